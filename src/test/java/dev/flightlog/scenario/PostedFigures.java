package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.fake.report.ExpectedFigures.Figures;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.text.Numbers;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tables of a weekly post, beside what they must say. */
record PostedFigures(String body) {
    private static final Pattern MARKER = Pattern.compile("<!-- flightlog:summary (\\S+) -->");

    private static final int FEW = 5;

    static PostedFigures of(String body) {
        return new PostedFigures(body);
    }

    /** The week that the post is about, as far as it was published on that day. */
    void expectThoseOf(InventedOrganization organization, LocalDate today) {
        List<String> weeks =
                MARKER.matcher(body).results().map(MatchResult::group).toList();
        assertThat(weeks).hasSize(1);
        String week = MARKER.matcher(weeks.getFirst()).replaceFirst("$1");
        expect(organization.expected().week(IsoWeek.parse(week).orElseThrow().monday(), today));
    }

    void expect(Figures expected) {
        assertThat(cell("Seats", 1)).isEqualTo(Integer.toString(expected.seated()));
        assertThat(cell("Active users", 1)).startsWith(expected.activeUsers() + " (");
        assertThat(cell("Acceptance rate", 1)).isEqualTo(Numbers.percent(expected.acceptanceRate()));
        assertThat(cell("Agent users", 1)).isEqualTo(people(expected.agentUsers()));
        assertThat(cell("Chat users", 1)).isEqualTo(people(expected.chatUsers()));
        assertThat(cell("CLI users", 1)).isEqualTo(people(expected.cliUsers()));
        assertThat(cell("AI credits", 1))
                .startsWith(Numbers.count(expected.aiCredits()
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact())
                        + " (");
    }

    /** Few people are not counted aloud, whatever they do; the least group that is, is that of the default policy. */
    private static String people(long count) {
        return count > 0 && count < FEW ? "fewer than " + FEW : Long.toString(count);
    }

    /** What stands in the row of that name; column 0 is the name. */
    String cell(String name, int column) {
        String row = body.lines()
                .filter(line -> line.startsWith("| " + name + " |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name + " in\n" + body));
        return Arrays.stream(row.split("\\|")).map(String::strip).toList().get(column + 1);
    }
}
