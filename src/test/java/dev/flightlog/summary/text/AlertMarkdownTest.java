package dev.flightlog.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.summary.Rendered;
import dev.flightlog.summary.StaleAlert;
import dev.flightlog.summary.StaleCause;
import dev.flightlog.support.Golden;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertMarkdownTest {
    private static final LocalDate LAST = LocalDate.parse("2026-11-10");

    @Test
    void saysSinceWhenAndWhatToDo() {
        SummaryText text =
                AlertMarkdown.render(new StaleAlert("acme", LAST, new StaleCause.MetricsPolicyOff(), "/copilot"));

        assertThat(text.title()).isEqualTo("No new Copilot data for acme");
        Golden.assertMatches("summary/stale.md", text.body());
        Rendered.of(text.body());
    }

    @Test
    void everyCauseHasItsOwnWords() {
        List<String> bodies = List.of(
                        new StaleCause.MetricsPolicyOff(),
                        new StaleCause.PermissionMissing("organization_copilot_metrics"),
                        new StaleCause.Suspended(),
                        new StaleCause.NotRead(
                                "A report is broken: users-1-day of 2026-11-05: the file ends in the middle."),
                        new StaleCause.NotPublished())
                .stream()
                .map(cause -> AlertMarkdown.render(new StaleAlert("acme", null, cause, "/copilot"))
                        .body())
                .toList();

        Golden.assertMatches("summary/stale-causes.md", String.join("\n---\n\n", bodies));
        assertThat(bodies).doesNotHaveDuplicates();
    }

    @Test
    void commandsStartAsThePolicySays() {
        assertThat(AlertMarkdown.render(new StaleAlert("acme", LAST, new StaleCause.MetricsPolicyOff(), "/fl"))
                        .body())
                .contains("`/fl refresh`", "`/fl status`")
                .doesNotContain("/copilot");
    }

    @Test
    void saysThatItIsOver() {
        assertThat(AlertMarkdown.over("acme", LAST).body()).contains("Data flow again", "Nov 10, 2026");
    }
}
