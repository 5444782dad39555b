package dev.flightlog.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart's bars are seen on every background on which GitHub and mermaid draw it. */
class ChartContrastTest {
    private static final Pattern COLOR = Pattern.compile("\"plotColorPalette\": \"#([0-9a-f]{6})\"");

    @ParameterizedTest
    @ValueSource(strings = {"ffffff", "f6f8fa", "0d1117", "161b22", "333333"})
    void theBarsHaveThreeToOne(String background) {
        Matcher color = COLOR.matcher(chart());

        assertThat(color.find()).isTrue();
        assertThat(contrast(color.group(1), background)).isGreaterThanOrEqualTo(3.0);
    }

    @Test
    void theAxisShowsTheMondaysByDate() {
        assertThat(chart()).contains("x-axis [\"Sep 21\", ", "\"Nov 9\"").doesNotContain("\"Day\"");
    }

    private static String chart() {
        return SummaryMarkdown.render(Weeks.normal().build()).body();
    }

    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /** As WCAG 2.2 computes it. */
    private static double luminance(String color) {
        return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 2) + 0.0722 * channel(color, 4);
    }

    private static double channel(String color, int at) {
        double value = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
