package dev.flightlog.web;

import gg.jte.Content;

/**
 * What came of a click.
 *
 * @param tone good, bad or info
 * @param body more; may be empty
 */
public record Notice(String tone, Content sentence, Content body) {}
