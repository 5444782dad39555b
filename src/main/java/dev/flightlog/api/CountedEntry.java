package dev.flightlog.api;

import dev.flightlog.api.UsageAnswer.Entry;

/**
 * A language, editor, model or feature of a day, as it is stored.
 *
 * @param people distinct people with it; 0 where that was not counted
 */
record CountedEntry(Entry entry, int people) {}
