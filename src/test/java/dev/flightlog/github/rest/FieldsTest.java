package dev.flightlog.github.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldsTest {
    /** As a name of a team, which Postgres could not store, it would keep every team from being read. */
    @Test
    void aNulIsLeftOutOfATextAndNothingElse() {
        var team = Json.read("{\"name\":\"nul\\u0000team\\u0001 \",\"description\":\"\\u0000\",\"parent\":null}"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(Fields.text(team, "name")).isEqualTo("nulteam\u0001 ");
        assertThat(Fields.textOrNull(team, "description")).isEmpty();
        assertThat(Fields.textOrNull(team, "parent")).isNull();
        assertThat(Fields.text(team, "slug")).isEmpty();
    }
}
