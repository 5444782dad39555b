package dev.flightlog.summary.text;

import dev.flightlog.markdown.Fold;
import dev.flightlog.summary.CreditFigures;

/** AI credits by model, where GitHub's billing report may be read: the usage reports do not name models. */
final class CreditsSection {
    private CreditsSection() {}

    static String render(CreditFigures credits) {
        return credits.byModel().isEmpty()
                ? ""
                : new Fold("AI credits by model, this month", ModelCreditsTable.render(credits.byModel())).render();
    }
}
