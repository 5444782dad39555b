package dev.flightlog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in a real Chromium: on a desktop and on a phone, light and dark, with and without JavaScript: each two
 * of these together once. Where no Chromium is found the test says so and is skipped; {@code -Dpages.pictures=DIRECTORY} keeps a picture of each page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    /**
     * Runs axe in the page itself, because its client sends every node of every rule that holds. Looks at the first rows
     * of each table only: the others come from the same template, and a long table takes eight seconds.
     */
    private static final String SERIOUS = """
        async () => {
            document.querySelectorAll('tbody tr:nth-child(n+5)').forEach(row => row.remove());
            return (await axe.run(document, {resultTypes: ['violations']})).violations
            .filter(rule => ['serious', 'critical'].includes(rule.impact))
            .map(rule => rule.id + ': ' + rule.nodes[0].html);
        }
        """;
    /** Each width and each scheme is audited for accessibility once; that takes longer than all the rest. */
    private static final Set<String> AUDITED = Set.of("1280-light", "390-dark");

    /** Of the page that is looked at. */
    private final List<String> complaints = new ArrayList<>();

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private @Nullable Site site;

    @BeforeAll
    void start() {
        Optional<Path> chromium = chromium();
        assumeTrue(
                chromium.isPresent(),
                "no Chromium here: set FLIGHTLOG_CHROMIUM to one, or install the package chromium");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox")));
        site = new Site();
    }

    private static Optional<Path> chromium() {
        String named = System.getenv("FLIGHTLOG_CHROMIUM");
        return Stream.of(
                        named == null ? "/usr/bin/chromium" : named,
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, true", "390, DARK, true", "1280, DARK, false", "390, LIGHT, false"})
    void everyPageIsFit(int width, ColorScheme scheme, boolean javaScript) {
        Site running = running();
        String cookie = running.admin();
        String kind = width + "-" + scheme.name().toLowerCase() + (javaScript ? "" : "-plain");
        try (BrowserContext context = context(width, scheme, javaScript, cookie)) {
            for (String path : running.pages()) {
                look(context, path, kind, javaScript && AUDITED.contains(kind));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void theFrontDoorAndRefusalsAreFit(int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme, true, "")) {
            look(context, "/", width + "-" + scheme.name().toLowerCase() + "-signed-out", true);
        }
        String kind = width + "-" + scheme.name().toLowerCase();
        try (BrowserContext context = context(width, scheme, true, running().outsider())) {
            look(context, "/", kind + "-outsider", true);
            look(context, "/login/callback?error=access_denied&state=x", kind + "-denied", true);
            look(context, "/login/callback?code=x&state=x", kind + "-state", true);
        }
        try (BrowserContext context = context(width, scheme, true, running().developer())) {
            look(context, "/orgs/acme/seats", kind + "-admins", true);
            look(context, "/orgs/nothing", kind + "-nothing", true);
        }
    }

    /** What members see who are asked whether they need their seat, or have none. */
    @ParameterizedTest
    @CsvSource({"1280, DARK", "390, LIGHT"})
    void myOwnSeatIsFit(int width, ColorScheme scheme) {
        String kind = width + "-" + scheme.name().toLowerCase();
        try (BrowserContext context = context(width, scheme, true, running().unused())) {
            look(context, "/orgs/acme/me", kind + "-proposed", true);
        }
        try (BrowserContext context = context(width, scheme, true, running().newcomer())) {
            look(context, "/orgs/acme/me", kind + "-newcomer", true);
        }
    }

    @Test
    void chartsAreDrawnOverTheirTables() {
        try (BrowserContext context =
                context(1280, ColorScheme.LIGHT, true, running().admin())) {
            Page page = context.newPage();
            page.navigate(url("/orgs/acme"));
            assertThat(page.locator("figure.chart canvas").count()).isGreaterThanOrEqualTo(5);
            assertThat(page.locator("table#series tbody tr").count()).isGreaterThanOrEqualTo(4);
            assertThat(page.evaluate("() => Chart.getChart(document.querySelector('figure.chart"
                            + " canvas')).data.datasets[0].data.length"))
                    .isEqualTo(page.locator("table#series tbody tr:not([data-partial])")
                            .count());
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        try (BrowserContext context =
                context(1280, ColorScheme.LIGHT, true, running().admin())) {
            Page page = context.newPage();
            page.navigate(url("/orgs/acme"));
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("content");
        }
    }

    private void look(BrowserContext context, String path, String kind, boolean audited) {
        Page page = context.pages().isEmpty() ? page(context) : context.pages().getFirst();
        complaints.clear();
        page.navigate(url(path));
        boolean scripted = !kind.endsWith("-plain");
        if (scripted) {
            page.waitForFunction("() => document.readyState === 'complete'");
            assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("%s %s scrolls sideways", kind, path)
                    .isEqualTo(0);
        }
        picture(page, path, kind);
        if (audited) {
            page.evaluate(AxeBuilder.getAxeScript());
            assertThat(page.evaluate(SERIOUS)).as("%s %s", kind, path).isEqualTo(List.of());
        }
        assertThat(page.locator("h1").count()).as(path + " has one heading").isEqualTo(1);
        assertThat(complaints).as("%s %s", kind, path).isEmpty();
    }

    /** One for all that a context looks at: a browser starts a process for each. */
    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean refusal =
                    message.text().startsWith("Failed to load resource: the server responded with a status of 4");
            if (!refusal && (message.type().equals("error") || message.type().equals("warning"))) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> {
            if (!URI.create(request.url())
                    .getAuthority()
                    .equals(URI.create(url("/")).getAuthority())) {
                complaints.add("a request to another host: " + request.url());
            }
        });
        return page;
    }

    private static void picture(Page page, String path, String kind) {
        String directory = System.getProperty("pages.pictures");
        if (directory != null) {
            String name = kind + path.replaceAll("[^A-Za-z0-9]+", "_");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(directory, name + ".png"))
                    .setFullPage(true));
        }
    }

    private BrowserContext context(int width, ColorScheme scheme, boolean javaScript, String session) {
        if (browser == null) {
            throw new IllegalStateException("no browser");
        }
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setJavaScriptEnabled(javaScript));
        if (!session.isEmpty()) {
            context.addCookies(List.of(new Cookie("flightlog", session).setUrl(url("/"))));
        }
        return context;
    }

    private String url(String path) {
        return running().application.url(path).toString();
    }

    private Site running() {
        if (site == null) {
            throw new IllegalStateException("not started");
        }
        return site;
    }
}
