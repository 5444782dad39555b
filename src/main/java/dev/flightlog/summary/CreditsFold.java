package dev.flightlog.summary;

import dev.flightlog.markdown.Fold;

/** AI credits by model, where GitHub's billing report may be read: the usage reports do not tell. */
final class CreditsFold {
    private CreditsFold() {}

    static String render(CreditFigures credits) {
        return credits.byModel().isEmpty()
                ? ""
                : new Fold("AI credits by model, this month", ModelCreditsTable.render(credits.byModel())).render();
    }
}
