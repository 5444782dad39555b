package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.World;
import dev.flightlog.fake.page.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A strict GitHub on loopback: REST and GraphQL, report files on a second port, webhooks, and pages to look at. */
public final class FakeGitHub implements AutoCloseable {
    private static final Set<String> OPTIONAL_PERMISSIONS = Set.of("organization_administration");

    static {
        // Without it the JDK's server waits 40 ms before each answer on a connection that is used again.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final FakeApp app;
    private final World world;
    private final Person bot;
    private final Faults faults = new Faults();
    private final Recorder recorder = new Recorder();
    private final RateLimits limits = new RateLimits();
    private final SecondaryLimits secondary = new SecondaryLimits();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Wire wire = new Wire(closed);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Background background = new Background(executor);
    private final HttpServer api;
    private final HttpServer reports;
    private final Tokens tokens;
    private final Deliveries deliveries;
    private final UserAuthorizations authorizations;
    private final Administrators administrators;
    private final People people;
    private final Echo echo;
    private final Shapes shapes;

    private FakeGitHub(FakeApp app, InstantSource clock, int port) throws IOException {
        this.app = app;
        this.world = new World(clock);
        Person owner = world.addPerson("flightlog-makers", "Flightlog Makers");
        this.bot = world.addBot(app.slug());
        this.tokens = new Tokens(app.id());
        this.deliveries = new Deliveries(world, app);
        this.authorizations = new UserAuthorizations(world, app);
        this.api = server(port);
        this.reports = server(0);
        Urls urls = new Urls(url(api), url(api));
        this.shapes = Shapes.of(urls, app, owner, bot);
        Events events = new Events(world, app, new Payloads(shapes), deliveries);
        this.administrators = new Administrators(world, app, tokens, events);
        this.people = new People(world, events);
        this.echo = new Echo(people, background, bot);
        ReportHost reportHost = new ReportHost(world, faults, recorder, wire, url(reports));
        ManifestRoutes manifests = new ManifestRoutes(app, shapes.apps(), deliveries, authorizations, administrators);
        Router router = router(shapes, urls, reportHost, manifests);
        ApiServer apiServer = new ApiServer(
                world,
                router,
                new Authentication(
                        world,
                        new AppJwtCheck(app.keys().getPublic(), Set.of(Long.toString(app.id()), app.clientId())),
                        tokens,
                        authorizations),
                new Gate(app, OPTIONAL_PERMISSIONS),
                limits,
                secondary,
                faults,
                recorder,
                urls,
                wire);
        Pages pages = new Pages(world, new PageActs(people, manifests, authorizations, background));
        start(api, new WebServer(pages, apiServer)::handle);
        start(reports, reportHost::handle);
    }

    /** Starts on free ports. */
    public static FakeGitHub start(FakeApp app, InstantSource clock) {
        return start(app, clock, 0);
    }

    /**
     * Starts on a port of the loopback interface; report files get a free port of their own.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static FakeGitHub start(FakeApp app, InstantSource clock, int port) {
        try {
            return new FakeGitHub(app, clock, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer server(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    }

    private static String url(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void start(HttpServer server, HttpHandler handler) {
        server.setExecutor(executor);
        server.createContext("/", handler);
        server.start();
    }

    private Router router(Shapes shapes, Urls urls, ReportHost reportHost, ManifestRoutes manifests) {
        Router router = new Router();
        new AppRoutes(shapes, tokens).addTo(router);
        new HookRoutes(deliveries, background).addTo(router);
        manifests.addTo(router);
        new MiscellaneousRoutes(limits).addTo(router);
        new GraphQlRoute(new DiscussionGraph(shapes.discussions(), urls, bot), bot, echo).addTo(router);
        new CopilotRoutes(shapes.accounts()).addTo(router);
        new ReportRoutes(reportHost).addTo(router);
        new SignInRoutes(authorizations, shapes.accounts(), urls).addTo(router);
        new OrganizationRoutes(shapes.accounts(), urls).addTo(router);
        new CheckRoutes(shapes.checks(), people, background, echo, app.id()).addTo(router);
        new CommentRoutes(shapes.issues(), bot, echo).addTo(router);
        new LabelRoutes(shapes.issues()).addTo(router);
        new IssueRoutes(shapes.issues(), bot).addTo(router);
        new ContentRoutes(urls).addTo(router);
        new RepositoryRoutes(shapes).addTo(router);
        return router;
    }

    /** The REST base, also that of {@code /graphql}; without a slash at the end. */
    public String apiUrl() {
        return url(api);
    }

    /** Where the pages are. */
    public String webUrl() {
        return url(api);
    }

    /** The host of report files, as {@code FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS} wants it. */
    public String downloadHost() {
        return URI.create(downloadUrl()).getHost();
    }

    /** Where report files are, with the port. */
    public String downloadUrl() {
        return url(reports);
    }

    public FakeApp app() {
        return app;
    }

    /** The account with which the App writes. */
    public Person bot() {
        return bot;
    }

    public World world() {
        return world;
    }

    public Organization organization(String login) {
        return world.organization(login);
    }

    /** Where webhooks are sent from now on. */
    public void webhookUrl(@Nullable URI url) {
        deliveries.url(url);
    }

    /** What people do in repositories. */
    public People people() {
        return people;
    }

    /** What owners do in settings. */
    public Administrators administrators() {
        return administrators;
    }

    /** From now on the App hears of its own comments and check runs, with the bot as sender, as GitHub does it. */
    public void echoOwnWrites(boolean on) {
        echo.on(on);
    }

    /** Waits until redeliveries, echoes and what visitors of the pages did have been sent. */
    public void awaitActs() throws InterruptedException {
        background.await();
    }

    /** What people allowed the App to do in their name. */
    public UserAuthorizations authorizations() {
        return authorizations;
    }

    /** Somebody takes the authorization of the App back in their settings: tokens end, and the App hears of it. */
    public Delivery takeBackAuthorization(Person person) {
        authorizations.endAllOf(person);
        return deliver(
                "github_app_authorization",
                Json.tree(Json.object(
                        "action", "revoked", "sender", shapes.accounts().person(person))));
    }

    /** Installs the App on an organization and sends {@code installation.created}. */
    public Installation installApp(Organization organization) {
        return administrators.installApp(organization);
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** Sends an event with a payload of the caller's own making. */
    public Delivery deliver(String event, JsonNode payload) {
        return deliveries.send(Webhook.of(event, payload));
    }

    public Faults faults() {
        return faults;
    }

    /** What clients did that a correct client never does; a good test ends with this empty. */
    public List<String> violations() {
        return recorder.violations();
    }

    /** Every request that was answered, oldest first. */
    public List<RecordedRequest> requests() {
        return recorder.requests();
    }

    /** The requests that changed something. */
    public List<RecordedRequest> writes() {
        return recorder.requests().stream().filter(RecordedRequest::isWrite).toList();
    }

    /** Forgets requests and violations so far. */
    public void forgetRequests() {
        recorder.clear();
    }

    /** How many installation tokens were given out. */
    public long tokensIssued() {
        return tokens.issued();
    }

    /** Takes back all tokens of an installation, as GitHub may at any time. */
    public void revokeTokens(Installation installation) {
        tokens.revokeAllOf(installation);
    }

    /** From now on every answer, also of the report host, takes so much longer: GitHub is far away. */
    public void distance(Duration time) {
        wire.distance(time);
    }

    public SecondaryLimits secondaryLimits() {
        return secondary;
    }

    /** Starts a new hour for all rate limits. */
    public void resetRateLimits() {
        limits.reset();
    }

    @Override
    public void close() {
        closed.countDown();
        api.stop(0);
        reports.stop(0);
        deliveries.close();
        executor.shutdownNow();
    }
}
