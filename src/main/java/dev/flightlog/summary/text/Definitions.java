package dev.flightlog.summary.text;

/** What every number means, in the words of the last fold and of {@code /copilot help numbers}. */
public final class Definitions {
    private Definitions() {}

    /** A list in markdown; the two figures are those of the policy in force. */
    public static String markdown(int minTeamSize, long idleAfterDays) {
        return """
            - **Days** are UTC days, weeks run from Monday to Sunday. GitHub publishes a day within two full days and may restate it for another.
            - **Active users** are distinct people with any activity in the week. They are counted person by person, so days and teams do not add up.
            - **Seats used this week** are held by people who were active in it; **used in the last %s** are seats with known activity in that time; **idle** seats had none, or never any. People who are new, exempt, leaving or signed in without telemetry are not idle.
            - **Acceptance rate** is acceptances divided by generations of code completions; chat and agents are not in it. A week without completions has none, which is not 0\u00A0%%.
            - **Agent, chat and CLI users** are distinct people that GitHub's reports mark as such; CLI users also include those with sessions, requests or prompts in the CLI's own totals.
            - **Prompts** are what people sent to Copilot themselves; **generations** are the pieces of code that it offered or wrote. One prompt may bring several, and a code completion needs none.
            - **Lines added** are what Copilot added to the code, agents included; **lines suggested** exclude agents, so neither is divided by the other.
            - **AI credits** are what the usage reports say was consumed, at 0.01 USD each: an estimate, because the invoice pools credits. Included are 1,900 a month for a Business seat and 3,900 for an Enterprise seat.
            - **Projection**: credits used so far, and for every other day of the month the mean of its weekday over the last 14 settled days on which no budget on GitHub stopped use.
            - **Seat cost** is seats times the list price of their plan: 19 USD a month for Business and 39 USD for Enterprise, unless the policy sets others.
            - **Idle seats** assigned to a person can be *removed directly*; those *held through a team* stay until the team changes. A seat brings AI credits worth its price, so its price is saved only as far as credits are left over. That is computed for the next month: its pool has the credits of the seats that stay, without those of the seats that end with this month, and its use is this month's projection.
            - **PRs merged**: one that Copilot both wrote and reviewed is in both numbers.
            - **Teams** need %d people with a seat. Membership and seats are taken as of each day. A change is shown only if the team may be shown in both weeks.
            - **Change** compares weeks with the same number of days. **Arrows** are shown where at least %d people, or pull requests, are behind the number.
            - **Last 8 weeks**: · is a week that is not known, or of which days are missing; the lowest and the highest value are those of the others.
            """.formatted(days(idleAfterDays), minTeamSize, minTeamSize);
    }

    private static String days(long days) {
        return days == 1 ? "day" : days + " days";
    }
}
