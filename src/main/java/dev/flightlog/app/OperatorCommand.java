package dev.flightlog.app;

import dev.flightlog.database.ConnectionFault;
import dev.flightlog.database.DatabaseException;
import dev.flightlog.erasure.PersonalData;
import dev.flightlog.erasure.StoredPerson;
import dev.flightlog.ingest.UsageImport;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.webhook.DeliveryReplay;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an operator can ask of the database while servers run: {@code java -jar flightlog.jar <command>}. */
public sealed interface OperatorCommand {
    /** The option of {@code reread}. */
    String SINCE = "--since";

    /** Exit status. */
    int run(ApplicationContext context);

    /** As {@link #run}; a database that cannot be used is one line and status 1. */
    default int runToEnd(ApplicationContext context) {
        try {
            return run(context);
        } catch (DatabaseException refused) {
            System.err.println("flightlog: " + ConnectionFault.sentence(refused));
            return 1;
        }
    }

    /** The commands, as help and usage show them. */
    enum Name {
        DEAD_JOBS("dead-jobs", "lists jobs that were given up, newest first"),
        REPLAY_JOBS("replay-jobs [name]", "puts dead jobs back into the queue: those of one name, or all"),
        REPLAY_DELIVERIES("replay-deliveries [guid]", "handles deliveries again that were set aside: one, or all"),
        REIMPORT("reimport <organization>", "applies today's rules to the archived reports, without asking GitHub"),
        REREAD(
                "reread <organization> --since=2026-06-01",
                "asks GitHub again for the days since then, a few at a time, for months that it restated"),
        EXPORT("export <login or id>", "prints all that is stored about a person, as JSON lines"),
        FORGET("forget <login or id>", "erases all that is stored about a person, also from the archived reports");

        private final String usage;
        private final String does;

        Name(String usage, String does) {
            this.usage = usage;
            this.does = does;
        }

        public String usage() {
            return usage;
        }

        public String does() {
            return does;
        }
    }

    /** Handles deliveries again that were set aside: one by its GUID, or all. */
    record ReplayDeliveries(@Nullable UUID guid) implements OperatorCommand {
        @Override
        public int run(ApplicationContext context) {
            int replayed = context.getBean(DeliveryReplay.class).replay(guid);
            System.out.println(replayed + (replayed == 1 ? " delivery is" : " deliveries are") + " handled again");
            return 0;
        }
    }

    /** Puts dead jobs back into the queue: those of one name, or all. */
    record ReplayJobs(@Nullable String job) implements OperatorCommand {
        @Override
        public int run(ApplicationContext context) {
            int replayed = context.getBean(JobStore.class)
                    .replay(job, context.getBean(InstantSource.class).instant());
            System.out.println(replayed + (replayed == 1 ? " job is" : " jobs are") + " run again");
            return 0;
        }
    }

    /** Shows dead jobs, newest first. */
    record ListDeadJobs() implements OperatorCommand {
        private static final int MOST = 100;

        @Override
        public int run(ApplicationContext context) {
            List<JobStore.DeadJob> jobs = context.getBean(JobStore.class).dead(MOST);
            if (jobs.isEmpty()) {
                System.out.println("no dead jobs");
            }
            jobs.forEach(dead -> System.out.println(
                    String.join("  ", dead.failedAt().toString(), dead.job(), dead.key(), dead.problem())));
            return 0;
        }
    }

    /** Applies today's rules to an organization's archived reports, without calling GitHub. */
    record Reimport(@Nullable String organization) implements OperatorCommand {
        @Override
        public int run(ApplicationContext context) {
            Organization known = organization == null
                    ? null
                    : context.getBean(OrganizationStore.class).byLogin(organization);
            if (known == null) {
                System.err.println("flightlog: reimport needs the name of an organization that installed the app");
                return 64; // EX_USAGE of sysexits.h
            }
            return context.getBean(Reimporting.class).all(known.id(), System.out::println) ? 0 : 1;
        }
    }

    /** Has the history job ask GitHub again for the days since one. */
    record Reread(@Nullable String organization, @Nullable String since) implements OperatorCommand {
        @Override
        public int run(ApplicationContext context) {
            Organization known = organization == null
                    ? null
                    : context.getBean(OrganizationStore.class).byLogin(organization);
            LocalDate first = day(since);
            if (known == null || first == null) {
                System.err.println("flightlog: reread needs the name of an organization that installed the app, and"
                        + " --since= with a day such as 2026-06-01");
                return 64; // EX_USAGE of sysexits.h
            }
            int reports = context.getBean(UsageImport.class).readAgain(known.id(), first);
            context.getBean(JobQueue.class).ensure(HistoryJob.TYPE, new HistoryJob.Data(known.id(), true));
            System.out.println(reports + (reports == 1 ? " report is" : " reports are") + " read again");
            return 0;
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeParseException none) {
                return null;
            }
        }
    }

    /** Prints everything that is stored about one person, one JSON object a line. */
    record Export(@Nullable String person) implements OperatorCommand {
        @Override
        public int run(ApplicationContext context) {
            PersonalData data = context.getBean(PersonalData.class);
            return PersonArgument.resolve(data, "export", person, found -> {
                for (StoredPerson one : found) {
                    data.export(one, System.out::println);
                }
                return 0;
            });
        }
    }

    /** Erases what is stored about one person, and says what it was. */
    record Forget(@Nullable String person) implements OperatorCommand {
        @Override
        public int run(ApplicationContext context) {
            PersonalData data = context.getBean(PersonalData.class);
            return PersonArgument.resolve(data, "forget", person, found -> {
                for (StoredPerson one : found) {
                    Map<String, Integer> erased = data.forget(one);
                    System.out.println(PersonArgument.name(one) + ": erased "
                            + (erased.isEmpty()
                                    ? "nothing, only a name was left"
                                    : erased.entrySet().stream()
                                            .map(table -> table.getValue() + " in " + table.getKey())
                                            .collect(Collectors.joining(", ")))
                            + "; taken out of the archived reports");
                    if (one.current()) {
                        System.out.println("  note: GitHub still lists " + one.login() + " in " + one.organization()
                                + " (member or seat); the next reading stores that again. Take seat and membership away"
                                + " first, then repeat this");
                    }
                }
                return 0;
            });
        }
    }

    /** Anything else that is no option: says what is wrong and what there is. */
    record Usage(String problem) implements OperatorCommand {
        @Override
        public int run(ApplicationContext context) {
            System.err.println("flightlog: " + problem + "; there are: "
                    + Arrays.stream(Name.values()).map(Name::usage).collect(Collectors.joining(", ")) + ", --help");
            return 64; // EX_USAGE of sysexits.h
        }
    }

    /** Nothing for a plain start of the server. */
    static Optional<OperatorCommand> of(String[] arguments) {
        List<String> words =
                Arrays.stream(arguments).filter(word -> !word.startsWith("-")).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        @Nullable String argument = words.size() > 1 ? words.get(1) : null;
        return Optional.of(
                switch (words.getFirst()) {
                    case "replay-deliveries" -> replayDeliveries(argument);
                    case "replay-jobs" -> new ReplayJobs(argument);
                    case "dead-jobs" -> new ListDeadJobs();
                    case "reimport" -> new Reimport(argument);
                    case "reread" -> new Reread(argument, since(arguments));
                    case "export" -> new Export(argument);
                    case "forget" -> new Forget(argument);
                    default -> new Usage("there is no command " + words.getFirst());
                });
    }

    /** {@code --since=2026-06-01} or {@code --since 2026-06-01}. */
    private static @Nullable String since(String[] arguments) {
        for (int index = 0; index < arguments.length; index++) {
            if (arguments[index].startsWith(SINCE + "=")) {
                return arguments[index].substring(SINCE.length() + 1);
            }
            if (arguments[index].equals(SINCE) && index + 1 < arguments.length) {
                return arguments[index + 1];
            }
        }
        return null;
    }

    private static OperatorCommand replayDeliveries(@Nullable String guid) {
        try {
            return new ReplayDeliveries(guid == null ? null : UUID.fromString(guid));
        } catch (IllegalArgumentException notOne) {
            return new Usage(guid + " is not the GUID of a delivery, such as 1f864771-bdd3-44e5-b6ec-78d1caa39f76");
        }
    }
}
