/** What was used: by day, person, team, language, editor, model; the raw archive, and the ledger of imports. */
@NullMarked
package dev.flightlog.usage;

import org.jspecify.annotations.NullMarked;
