package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked of the API, it answers with what it describes and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private final Acme acme = new Acme();

    @AfterAll
    void stop() {
        acme.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orgs/acme/%2e%2e/globex/overview",
                "/api/orgs/..%2f..%2fhealth/overview",
                "/api/orgs/acme%2foverview",
                "/api/orgs/acme/teams/..%2f..%2foverview/history",
                "/api/orgs/acme/seats/%2e%2e%2foverview",
                "/api/orgs/acme/seats/person-1%3Bdrop",
                "/api/orgs/acme/seats/'%20or%20'1'='1",
                "/api/orgs/acme/users/%25/usage",
                "/api/orgs/acme/seats?sort=login%0d%0aX-Evil:%201",
                "/api/orgs/acme/seats?page=999999999999999999999",
                "/api/orgs/acme/seats?per_page=0",
                "/api/orgs/acme/seats?sort=login%3Bselect%201"
            })
    void nothingIsFoundThatIsNotThere(String path) {
        HttpResponse<String> answer = acme.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().map()).doesNotContainKey("x-evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "POST"})
    void readsOnly(String method) {
        HttpResponse<String> answer = acme.send(request("/api/orgs/acme/overview")
                .header(
                        "Authorization",
                        "Bearer " + acme.issuer.sign(acme.claims().build()))
                .method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(401, 403, 405, 411);
    }

    @Test
    void aTokenCountsInItsHeaderOnly() {
        String token = acme.issuer.sign(acme.claims().build());

        assertThat(acme.send(request("/api/orgs/acme/overview?access_token=" + token))
                        .statusCode())
                .isEqualTo(401);
        assertThat(acme.send(request("/api/orgs/acme/overview")
                                .header("Cookie", "JWT=" + token + "; access_token=" + token))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void noOtherSiteMayRead() {
        HttpResponse<String> answer = acme.send(request("/api/orgs/acme/overview")
                .header("Origin", "https://evil.example")
                .header(
                        "Authorization",
                        "Bearer " + acme.issuer.sign(acme.claims().build())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(acme.application.url(path));
    }
}
