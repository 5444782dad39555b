package dev.flightlog.command.parse;

import static dev.flightlog.command.parse.Argument.optional;
import static dev.flightlog.command.parse.Argument.required;

import dev.flightlog.command.parse.CommandSpec.Audience;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatState;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every command there is, in the order of its documentation; parser, help and suggestions read this. */
public final class CommandRegistry {
    private static final int DEFAULT_SEATS = 50;
    private static final int MAX_SEATS = 500;
    private static final int MAX_REVIEW = 99_999;

    private static final Argument<String> TOPIC =
            optional("command", "command", "the name of a command, or `numbers`", CommandRegistry::topic);
    private static final Argument<WrittenWeek> WEEK =
            optional("week", "2026-W46", "an ISO week such as `2026-W46` or `W46`, or `latest`", ArgumentForms::week);
    private static final Argument<TeamName> TEAM =
            optional("slug", "slug", "a team such as `payments` or `@acme/payments`", ArgumentForms::team);
    private static final Argument<Since> SINCE = optional(
            "since",
            "since=2026-10-01",
            "a day such as `2026-10-01`, a week such as `2026-W40`, or a time back such as `30d`",
            ArgumentForms::since);
    private static final Argument<Command.Teams.Sort> TEAM_SORT = optional(
            "sort",
            "sort=active|credits|change",
            "`active`, `credits` or `change`",
            ArgumentForms.choice(Command.Teams.Sort.class));
    private static final Argument<String> LOGIN =
            required("login", "login", "a login such as `ada`", ArgumentForms::login);
    private static final Argument<String> ASKER =
            optional("login", "login", "a login such as `ada`", ArgumentForms::login);
    private static final Argument<Set<SeatState>> STATE = optional(
            "state",
            "idle|never_used|signed_in|ending|all",
            "`idle`, `never_used`, `signed_in`, `ending`, `active`, `new`, `exempt` or `all`",
            CommandRegistry::states);
    private static final Argument<SeatSort> SEAT_SORT = optional(
            "sort",
            "sort=activity|login|created",
            "`activity`, `login` or `created`",
            ArgumentForms.choice(SeatSort.class));
    private static final Argument<Integer> LIMIT =
            optional("limit", "limit=50", "a number from 1 to 500", ArgumentForms.number(1, MAX_SEATS));
    private static final Argument<YearMonth> MONTH =
            optional("month", "2026-11", "a month such as `2026-11`", ArgumentForms::month);
    private static final Argument<Command.Csv.Content> CONTENT = optional(
            "content",
            "seats|teams|usage",
            "`seats`, `teams` or `usage`",
            ArgumentForms.choice(Command.Csv.Content.class));

    private static final Argument<Command.Review.Step> STEP = optional(
            "step",
            "start|show|cancel",
            "`start`, `show` or `cancel`",
            ArgumentForms.choice(Command.Review.Step.class));
    private static final Argument<WhoseRequest> ASKED = required(
            "login",
            "login|number",
            "a login such as `ada`, or a request's number such as `3`",
            ArgumentForms::request);
    private static final Argument<Integer> REVIEW =
            optional("review", "number", "the number of a review such as `3`", ArgumentForms.number(1, MAX_REVIEW));
    private static final Argument<String> REASON = optional(
                    "reason", "reason=…", "why, in your own words", ArgumentForms::words)
            .toTheEnd();
    private static final Argument<String> WHY = optional(
                    "reason", "reason", "why, in your own words", ArgumentForms::words)
            .toTheEnd();
    private static final Argument<Set<String>> LOGINS = required(
                    "login", "login…|all", "logins such as `ada bo`, or `all`", ArgumentForms::logins)
            .toTheEnd();

    public static final List<CommandSpec> ALL = List.of(
            new CommandSpec(
                    "help",
                    Audience.MEMBER,
                    List.of(TOPIC),
                    "What you can ask; `help numbers` says what each number means.",
                    given -> new Command.Help(given.get(TOPIC))),
            new CommandSpec(
                    "summary",
                    Audience.MEMBER,
                    List.of(WEEK),
                    "The summary of a week; the latest one without a week.",
                    given -> new Command.Summary(given.get(WEEK))),
            new CommandSpec(
                    "team",
                    Audience.OWN_TEAM,
                    List.of(TEAM, SINCE),
                    "A team's numbers and trend; without a name, those of the teams you are in.",
                    given -> new Command.TeamNumbers(given.get(TEAM), given.get(SINCE))),
            new CommandSpec(
                    "teams",
                    Audience.ADMIN,
                    List.of(TEAM_SORT),
                    "All teams that are large enough to be shown.",
                    given -> new Command.Teams(given.get(TEAM_SORT).orElse(Command.Teams.Sort.ACTIVE))),
            new CommandSpec(
                    "me",
                    Audience.MEMBER,
                    List.of(),
                    "Your seat, its state and why, your usage in 28 days, and what to do if it looks wrong.",
                    given -> new Command.Me()),
            new CommandSpec(
                    "user",
                    Audience.ADMIN,
                    List.of(LOGIN),
                    "The same for another person.",
                    given -> new Command.User(given.need(LOGIN))),
            new CommandSpec(
                    "seats",
                    Audience.ADMIN,
                    List.of(STATE, SEAT_SORT, LIMIT),
                    "Seats with their state and cost, longest unused first.",
                    given -> new Command.Seats(
                            given.get(STATE).orElse(SeatFilter.ALL.states()),
                            given.get(SEAT_SORT).orElse(SeatSort.ACTIVITY).order(),
                            given.get(LIMIT).orElse(DEFAULT_SEATS))),
            new CommandSpec(
                    "cost",
                    Audience.ADMIN,
                    List.of(MONTH),
                    "Seats, AI credits, projection, what idle seats would save, budgets; of this month without one.",
                    given -> new Command.Cost(given.get(MONTH))),
            new CommandSpec(
                    "csv",
                    Audience.ADMIN,
                    List.of(CONTENT, SINCE),
                    "CSV export: seats by default, or `teams`, or `usage` by day.",
                    given -> new Command.Csv(given.get(CONTENT).orElse(Command.Csv.Content.SEATS), given.get(SINCE))),
            new CommandSpec(
                    "policy",
                    Audience.MEMBER,
                    List.of(),
                    "The policy in force, each value with where it comes from.",
                    given -> new Command.ShowPolicy()),
            new CommandSpec(
                    "refresh",
                    Audience.ADMIN,
                    List.of(),
                    "Reads seats, directory and usage now; the reply shows the progress.",
                    given -> new Command.Refresh()),
            new CommandSpec(
                    "review",
                    Audience.ADMIN,
                    List.of(STEP, REVIEW),
                    "The seat review: seats that nobody uses. `start` proposes to take them back, `cancel` stops it.",
                    given -> new Command.Review(given.get(STEP).orElse(Command.Review.Step.SHOW), given.get(REVIEW))),
            new CommandSpec(
                    "keep",
                    Audience.HOLDER,
                    List.of(ASKER, REASON),
                    "Keeps a seat that a review proposes to remove: your own without a login.",
                    given -> new Command.Keep(given.get(ASKER), given.get(REASON))),
            new CommandSpec(
                    "approve",
                    Audience.ADMIN,
                    List.of(REVIEW),
                    "Approves a review, without a number this issue's or the open one: its seats are removed when the"
                            + " notice is over.",
                    given -> new Command.Approve(given.get(REVIEW))),
            new CommandSpec(
                    "undo",
                    Audience.ADMIN,
                    List.of(LOGINS),
                    "Gives back seats that a review removed and that have not ended.",
                    given -> new Command.Undo(given.need(LOGINS))),
            new CommandSpec(
                    "request",
                    Audience.MEMBER,
                    List.of(WHY),
                    "Asks for a Copilot seat.",
                    given -> new Command.RequestSeat(given.get(WHY))),
            new CommandSpec(
                    "grant",
                    Audience.ADMIN,
                    List.of(ASKED),
                    "Grants a seat request.",
                    given -> new Command.Grant(given.need(ASKED))),
            new CommandSpec(
                    "decline",
                    Audience.ADMIN,
                    List.of(ASKED, WHY),
                    "Declines a seat request.",
                    given -> new Command.Decline(given.need(ASKED), given.get(WHY))),
            new CommandSpec(
                    "audit",
                    Audience.ADMIN,
                    List.of(ASKER),
                    "Who asked what and what was done, newest first.",
                    given -> new Command.Audit(given.get(ASKER))),
            new CommandSpec(
                    "redact",
                    Audience.ADMIN,
                    List.of(),
                    "Takes people's names out of earlier replies and seat reviews, once the repository is not private.",
                    given -> new Command.Redact()),
            new CommandSpec(
                    "status",
                    Audience.ADMIN,
                    List.of(),
                    "How fresh every source is, the queue, rate limits, errors and missing permissions.",
                    given -> new Command.Status()));

    private CommandRegistry() {}

    public static Optional<CommandSpec> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equalsIgnoreCase(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(CommandSpec::name).toList();
    }

    private static Optional<String> topic(String written) {
        return written.equalsIgnoreCase(Command.Help.NUMBERS)
                ? Optional.of(Command.Help.NUMBERS)
                : find(written).map(CommandSpec::name);
    }

    /** One state, or several joined by commas as in the API; none of them means all. */
    private static Optional<Set<SeatState>> states(String written) {
        List<Optional<SeatFilter>> words = Stream.of(written.split(","))
                .map(ArgumentForms.choice(SeatFilter.class))
                .toList();
        if (words.isEmpty() || words.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Set<SeatFilter> filters = words.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        return Optional.of(
                filters.contains(SeatFilter.ALL)
                        ? Set.of()
                        : filters.stream()
                                .flatMap(filter -> filter.states().stream())
                                .collect(Collectors.toSet()));
    }

    /** Which seats, in the words of the command. */
    private enum SeatFilter {
        IDLE,
        NEVER_USED,
        SIGNED_IN,
        ENDING,
        ACTIVE,
        NEW,
        EXEMPT,
        ALL;

        Set<SeatState> states() {
            return switch (this) {
                case ALL -> Set.of();
                case IDLE -> SeatState.IDLE_SPEND;
                default -> Set.of(SeatState.valueOf(name()));
            };
        }
    }

    /** In which order, in the words of the command. */
    private enum SeatSort {
        ACTIVITY,
        LOGIN,
        CREATED;

        SeatOrder order() {
            return switch (this) {
                case ACTIVITY -> SeatOrder.LONGEST_UNUSED_FIRST;
                case LOGIN -> new SeatOrder(SeatOrder.By.LOGIN, true);
                case CREATED -> new SeatOrder(SeatOrder.By.CREATED_AT, true);
            };
        }
    }
}
