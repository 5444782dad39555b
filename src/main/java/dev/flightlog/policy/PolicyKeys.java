package dev.flightlog.policy;

import dev.flightlog.policy.Policy.Names;
import dev.flightlog.policy.Policy.PostTo;
import dev.flightlog.seat.Exemption;
import dev.flightlog.seat.SeatPlan;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every key of the policy file, in the order of its documentation; parser, explanation, diff and schema read this. */
final class PolicyKeys {
    static final Key<Long> VERSION =
            key("version", PolicyForm.wholeNumber(1, 1), policy -> 1L, "Version of this file's format; always 1.");

    static final Key<PostTo> POST_TO = key(
            "summary.post_to",
            PolicyForm.choice(List.of(PostTo.values()), PolicyKeys::word),
            policy -> policy.summary().postTo(),
            "Where the weekly post goes: a new issue each week, or a comment in one discussion.");
    static final Key<String> DISCUSSION_CATEGORY = key(
            "summary.discussion_category",
            NameForms.CATEGORY,
            policy -> policy.summary().discussionCategory(),
            "Slug of the category in which the discussion is made, when post_to is discussion.");
    static final Key<DayOfWeek> DAY = key(
            "summary.day",
            PolicyForm.choice(List.of(DayOfWeek.values()), PolicyKeys::word),
            policy -> policy.summary().schedule().day(),
            "Day on which the post about the week before is due. GitHub's numbers of a Sunday are there on Wednesday.");
    static final Key<LocalTime> TIME = key(
            "summary.time",
            PolicyForm.time(),
            policy -> policy.summary().schedule().time(),
            "Time of the day at which the post is due, in quotes.");
    static final Key<ZoneId> TIMEZONE = key(
            "summary.timezone",
            PolicyForm.zone(),
            policy -> policy.summary().schedule().zone(),
            "IANA time zone of day and time, such as UTC or Europe/Berlin.");
    static final Key<List<String>> LABELS = key(
            "summary.labels",
            new ListForm<>(NameForms.LABEL, 10, "[copilot-usage]"),
            policy -> policy.summary().labels(),
            "Labels of the issue; they are made if they are not there.");
    static final Key<List<String>> ASSIGNEES = key(
            "summary.assignees",
            new ListForm<>(NameForms.LOGIN, 10, "[ada]"),
            policy -> policy.summary().assignees(),
            "Logins that the issue is assigned to.");
    static final Key<List<String>> MENTION = key(
            "summary.mention",
            new ListForm<>(NameForms.MENTION, 10, "[\"@acme/platform\"]"),
            policy -> policy.summary().mention(),
            "People and teams the post notifies, in quotes with their @; nobody else is ever notified.");
    static final Key<Boolean> CLOSE_PREVIOUS = key(
            "summary.close_previous",
            PolicyForm.flag(),
            policy -> policy.summary().closePrevious(),
            "Whether last week's issue is closed with a link to the new one.");
    static final Key<Boolean> DIGEST = key(
            "summary.digest",
            PolicyForm.flag(),
            policy -> policy.summary().digest(),
            "Whether a short card without names goes to the chat whose webhook the operator set up.");

    static final Key<Duration> IDLE_AFTER = key(
            "seats.idle_after",
            PolicyForm.duration(1, 365, "30d or 4w"),
            policy -> policy.seats().idleAfter(),
            "A seat without known activity for longer than this is idle; days (30d) or weeks (4w), from 1d to 365d.");
    static final Key<Duration> GRACE = key(
            "seats.grace",
            PolicyForm.duration(0, 365, "14d or 2w"),
            policy -> policy.seats().grace(),
            "A seat younger than this is new and never idle; days or weeks, from 0d to 365d.");
    static final Key<List<Exemption>> EXEMPT = key(
            "seats.exempt",
            new ListForm<>(new ExemptionForm(), 1_000, "\"- user: ada\""),
            policy -> policy.seats().exemptions(),
            "People and teams whose seats are never called idle.");
    static final Key<BigDecimal> PRICE_BUSINESS = key(
            "seats.price_usd.business",
            PolicyForm.usd(0, 1_000),
            policy -> policy.seats().price(SeatPlan.BUSINESS).orElseThrow(),
            "US dollars a month you pay for a Business seat, if not the list price.");
    static final Key<BigDecimal> PRICE_ENTERPRISE = key(
            "seats.price_usd.enterprise",
            PolicyForm.usd(0, 1_000),
            policy -> policy.seats().price(SeatPlan.ENTERPRISE).orElseThrow(),
            "US dollars a month you pay for an Enterprise seat, if not the list price.");

    static final Key<Optional<Duration>> REVIEWS_EVERY = key(
            "reviews.every",
            PolicyForm.optional(PolicyForm.duration(7, 364, "4w or 28d")),
            policy -> policy.reviews().every(),
            "How often a seat review starts by itself; weeks or days, from 7d to 364d. Without it none does.");
    static final Key<DayOfWeek> REVIEWS_DAY = key(
            "reviews.day",
            PolicyForm.choice(List.of(DayOfWeek.values()), PolicyKeys::word),
            policy -> policy.reviews().day(),
            "Day on which a seat review starts by itself, at the time of the weekly post.");
    static final Key<Duration> REVIEWS_IDLE_AFTER = key(
            "reviews.idle_after",
            PolicyForm.duration(1, 365, "60d or 8w"),
            policy -> policy.reviews().idleAfter(),
            "A review proposes seats that were not used for longer than this; not less than seats.idle_after.");
    static final Key<Duration> REVIEWS_NOTICE = key(
            "reviews.notice",
            PolicyForm.duration(Policy.Reviews.MIN_NOTICE_DAYS, Policy.Reviews.MAX_NOTICE_DAYS, "7d or 1w"),
            policy -> policy.reviews().notice(),
            "Time to say keep before a proposed seat may be taken back; days or weeks, from 3d to 28d.");
    static final Key<Long> REVIEWS_MAX_SEATS = key(
            "reviews.max_seats",
            PolicyForm.wholeNumber(1, Policy.Reviews.MAX_SEATS),
            policy -> (long) policy.reviews().maxSeats(),
            "The most seats that one review proposes, longest unused first.");
    static final Key<Boolean> REVIEWS_MENTION = key(
            "reviews.mention",
            PolicyForm.flag(),
            policy -> policy.reviews().mention(),
            "Whether the review's issue mentions each holder, so that GitHub notifies them.");

    static final Key<Optional<BigDecimal>> SEATS_BUDGET = key(
            "budget.seats_usd_per_month",
            PolicyForm.optional(PolicyForm.usd(1, 1_000_000_000)),
            policy -> policy.budget().seatsUsdPerMonth(),
            "US dollars a month that seats may cost; above it the post and the check say so.");
    static final Key<Optional<Long>> CREDITS_BUDGET = key(
            "budget.ai_credits_per_month",
            PolicyForm.optional(PolicyForm.wholeNumber(1, 1_000_000_000_000L)),
            policy -> policy.budget().aiCreditsPerMonth(),
            "AI credits that may be used in a month; above it the post and the check say so.");

    static final Key<Long> MIN_TEAM_SIZE = key(
            "privacy.min_team_size",
            PolicyForm.wholeNumber(Policy.Privacy.SMALLEST_TEAM, 1_000),
            policy -> (long) policy.privacy().minTeamSize(),
            "Teams with fewer seats show no numbers, anywhere, to anyone.");
    static final Key<Names> NAMES = key(
            "privacy.names",
            PolicyForm.choice(List.of(Names.values()), Names::key),
            policy -> policy.privacy().names(),
            "Whether people are named: only while the governance repository is private, or never.");
    static final Key<Duration> RETENTION = key(
            "privacy.retention",
            PolicyForm.duration(28, 3_650, "400d or 52w"),
            policy -> policy.privacy().retention(),
            "Usage older than this is erased; days or weeks, from 28d to 3650d.");

    static final Key<List<String>> ADMIN_TEAMS = key(
            "access.admin_teams",
            new ListForm<>(NameForms.TEAM, 50, "[copilot-admins]"),
            policy -> policy.access().adminTeams(),
            "Slugs of teams that may do what the organization's owners may.");
    static final Key<List<String>> API_BRANCHES = key(
            "access.api_branches",
            new ListForm<>(NameForms.BRANCH, 20, "[reports]"),
            policy -> policy.access().apiBranches(),
            "Branches of the governance repository, in addition to the default one, whose workflows may read the API.");

    static final Key<String> PREFIX = key(
            "commands.prefix",
            NameForms.PREFIX,
            policy -> policy.commands().prefix(),
            "The word with which slash commands start.");

    static final List<Key<?>> ALL = List.of(
            VERSION,
            POST_TO,
            DISCUSSION_CATEGORY,
            DAY,
            TIME,
            TIMEZONE,
            LABELS,
            ASSIGNEES,
            MENTION,
            CLOSE_PREVIOUS,
            DIGEST,
            IDLE_AFTER,
            GRACE,
            EXEMPT,
            PRICE_BUSINESS,
            PRICE_ENTERPRISE,
            REVIEWS_EVERY,
            REVIEWS_DAY,
            REVIEWS_IDLE_AFTER,
            REVIEWS_NOTICE,
            REVIEWS_MAX_SEATS,
            REVIEWS_MENTION,
            SEATS_BUDGET,
            CREDITS_BUDGET,
            MIN_TEAM_SIZE,
            NAMES,
            RETENTION,
            ADMIN_TEAMS,
            API_BRANCHES,
            PREFIX);

    /** Parts of the file that hold keys, with what they are about. */
    static final Map<String, String> SECTIONS = sections();

    private PolicyKeys() {}

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        sections.put("summary", "The weekly post.");
        sections.put("seats", "When a seat is idle, and what it costs.");
        sections.put("seats.price_usd", "What you pay for a seat, in US dollars a month.");
        sections.put("reviews", "Seat reviews: idle seats are proposed, kept, approved and taken back.");
        sections.put("budget", "What may be spent in a month.");
        sections.put("privacy", "Who may be seen, and for how long numbers are kept.");
        sections.put("access", "Who may ask for what.");
        sections.put("commands", "Slash commands.");
        return sections;
    }

    /** Names of the keys and sections directly in this section. */
    static List<String> namesIn(String section) {
        var names = new ArrayList<String>();
        ALL.stream().filter(key -> key.section().equals(section)).map(Key::name).forEach(names::add);
        SECTIONS.keySet().stream()
                .filter(path -> !path.equals(section))
                .filter(path ->
                        join(section, path.substring(path.lastIndexOf('.') + 1)).equals(path))
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .forEach(names::add);
        return names;
    }

    static Optional<Key<?>> at(String path) {
        return ALL.stream().filter(key -> key.path().equals(path)).findFirst();
    }

    /** The full name of a key that was written in the wrong section. */
    static Optional<String> elsewhere(String name) {
        return ALL.stream()
                .filter(key -> key.name().equals(name))
                .<String>map(Key::path)
                .findFirst();
    }

    static String join(String section, String name) {
        return section.isEmpty() ? name : section + "." + name;
    }

    private static <T> Key<T> key(String path, Form<T> form, Function<Policy, T> value, String description) {
        return new Key<>(path, form, value, description);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
