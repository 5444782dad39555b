package dev.flightlog.fake;

import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.GitHistory;
import dev.flightlog.fake.model.Repository;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files and directories of a repository (github.md: Repositories). */
final class ContentRoutes {
    private static final int LARGEST = 1_000_000;

    private final Urls urls;

    ContentRoutes(Urls urls) {
        this.urls = urls;
    }

    void addTo(Router router) {
        router.get("/repos/{owner}/{repo}/contents", Access.read("contents"), call -> content(call, ""))
                .get(
                        "/repos/{owner}/{repo}/contents/{path*}",
                        Access.read("contents"),
                        call -> content(call, call.variable("path")));
    }

    private Answer content(Call call, String path) {
        Repository repository = call.repository();
        String ref = call.query("ref");
        Commit commit = repository
                .history()
                .resolve(ref)
                .orElseThrow(() -> Refusal.of(Answer.message(404, "No commit found for the ref " + ref)));
        String text = commit.files().get(path);
        if (text != null) {
            return Answer.ok(file(repository, commit, path, text));
        }
        List<Map<String, @Nullable Object>> entries = directory(repository, commit, path);
        if (entries.isEmpty() && !path.isEmpty()) {
            throw Refusal.notFound();
        }
        return Answer.ok(entries);
    }

    private Map<String, @Nullable Object> file(Repository repository, Commit commit, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean small = bytes.length <= LARGEST;
        Map<String, @Nullable Object> shape = entry(repository, commit, path, "file", text);
        shape.put(
                "content", small ? Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(bytes) + "\n" : "");
        shape.put("encoding", small ? "base64" : "none");
        return shape;
    }

    private List<Map<String, @Nullable Object>> directory(Repository repository, Commit commit, String path) {
        String prefix = path.isEmpty() ? "" : path.replaceAll("/$", "") + "/";
        Map<String, Map<String, @Nullable Object>> entries = new TreeMap<>();
        commit.files().forEach((file, text) -> {
            if (file.startsWith(prefix)) {
                String[] rest = file.substring(prefix.length()).split("/", 2);
                String type = rest.length == 1 ? "file" : "dir";
                entries.put(rest[0], entry(repository, commit, prefix + rest[0], type, rest.length == 1 ? text : ""));
            }
        });
        return List.copyOf(entries.values());
    }

    private Map<String, @Nullable Object> entry(
            Repository repository, Commit commit, String path, String type, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String url = urls.repository(repository.fullName()) + "/contents/" + path + "?ref=" + commit.sha();
        String web = urls.web() + "/" + repository.fullName() + "/blob/" + commit.sha() + "/" + path;
        String sha = GitHistory.blobSha(text);
        String git = urls.repository(repository.fullName()) + "/git/blobs/" + sha;
        return Json.object(
                "type", type,
                "name", name,
                "path", path,
                "sha", sha,
                "size", text.getBytes(StandardCharsets.UTF_8).length,
                "url", url,
                "html_url", web,
                "git_url", git,
                "download_url", type.equals("file") ? web + "?raw=true" : null,
                "_links", Json.object("self", url, "git", git, "html", web));
    }
}
