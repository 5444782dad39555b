package dev.flightlog.fake.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * The browser's side of the manifest flow: shows what an App asks for, and sends the code back (github.md: Manifest).
 */
final class ManifestPages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Layout layout;
    private final Acts acts;

    ManifestPages(Layout layout, Acts acts) {
        this.layout = layout;
        this.acts = acts;
    }

    Reply answer(Visit visit) {
        JsonNode manifest;
        try {
            manifest = JSON.readTree(visit.form("manifest"));
        } catch (JsonProcessingException e) {
            return Reply.html(422, layout.page("Manifest", "<p>The manifest is not JSON.</p>"));
        }
        if (!manifest.path("url").isTextual()
                || !manifest.path("hook_attributes").path("url").isTextual()) {
            return Reply.html(422, layout.page("Manifest", "<p>The manifest needs url and hook_attributes.url.</p>"));
        }
        return visit.form("confirmed").isEmpty() ? confirmation(visit, manifest) : created(visit, manifest);
    }

    private Reply confirmation(Visit visit, JsonNode manifest) {
        StringJoiner permissions = new StringJoiner("</li><li>", "<ul><li>", "</li></ul>");
        manifest.path("default_permissions")
                .properties()
                .forEach(each -> permissions.add(
                        Html.escape(each.getKey() + ": " + each.getValue().asText())));
        String state = visit.query().getOrDefault("state", "");
        return Reply.html(layout.page("Create GitHub App", """
            <h2>Create GitHub App for you</h2><p><b>{name}</b> asks for:</p>{permissions}
            <form method="post" action="{path}?state={state}">
            <input type="hidden" name="manifest" value="{manifest}"><input type="hidden" name="confirmed" value="yes">
            <button class="primary">Create GitHub App</button></form>
            """.replace(
                        "{name}", Html.escape(manifest.path("name").asText("An App")))
                .replace("{permissions}", permissions.toString())
                .replace("{path}", Html.escape(visit.path()))
                .replace("{state}", Html.escape(encode(state)))
                .replace("{manifest}", Html.escape(manifest.toString()))));
    }

    private Reply created(Visit visit, JsonNode manifest) {
        String back = manifest.path("redirect_url").asText("/");
        String code = acts.acceptManifest(manifest);
        String state = visit.query().getOrDefault("state", "");
        return Reply.seeOther(back + (back.contains("?") ? "&" : "?") + "code=" + encode(code)
                + (state.isEmpty() ? "" : "&state=" + encode(state)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
