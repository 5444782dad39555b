package dev.flightlog.summary.text;

import dev.flightlog.markdown.Fold;
import dev.flightlog.summary.CreditFigures;
import dev.flightlog.text.Dates;
import java.time.LocalDate;
import java.time.YearMonth;

/** AI credits by model, where GitHub's billing report may be read: the usage reports do not name models. */
final class CreditsSection {
    private CreditsSection() {}

    private static String month(CreditFigures credits) {
        LocalDate through = credits.through();
        return through == null ? "this month" : Dates.monthName(YearMonth.from(through));
    }

    static String render(CreditFigures credits) {
        return credits.byModel().isEmpty()
                ? ""
                : new Fold("AI credits by model, " + month(credits), ModelCreditsTable.render(credits.byModel()))
                        .render();
    }
}
