package dev.flightlog.governance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What GitHub recently said that people may do. Holds positive answers only, the latest 10,000. */
final class RecentAnswers {
    private static final int MAX_ANSWERS = 10_000;

    private final Map<Question, Answer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > MAX_ANSWERS;
        }
    };

    /** The answer, unless GitHub was asked at or before {@code oldest}; null where there is none. */
    synchronized @Nullable Role answer(Question question, Instant oldest) {
        Answer known = answers.get(question);
        return known != null && known.asked().isAfter(oldest) ? known.role() : null;
    }

    synchronized void keep(Question question, Role role, Instant asked) {
        answers.remove(question);
        answers.put(question, new Answer(role, asked));
    }

    /**
     * The person and the organization that were asked about.
     *
     * @param teams the policy's admin teams where a role was asked for, so that another policy asks again; else the one
     *     team
     */
    record Question(long organizationId, long personId, Kind kind, List<String> teams) {
        Question {
            teams = List.copyOf(teams);
        }

        static Question role(long organizationId, long personId, List<Long> adminTeams) {
            return new Question(
                    organizationId,
                    personId,
                    Kind.ROLE,
                    adminTeams.stream().map(String::valueOf).toList());
        }

        static Question team(long organizationId, long personId, String slug) {
            return new Question(organizationId, personId, Kind.TEAM, List.of(slug));
        }

        /** Whether a role or a team's membership was asked for. */
        enum Kind {
            ROLE,
            TEAM
        }
    }

    private record Answer(Role role, Instant asked) {}
}
