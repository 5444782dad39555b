package dev.flightlog.api.usage;

import dev.flightlog.api.usage.UsageAnswer.Entry;

/**
 * A language, editor, model or feature of a day, as it is stored.
 *
 * @param people distinct people with it; 0 where that was not counted
 */
record CountedEntry(Entry entry, int people) {}
