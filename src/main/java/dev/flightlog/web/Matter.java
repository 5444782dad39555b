package dev.flightlog.web;

import gg.jte.Content;
import java.util.List;

/**
 * Something that concerns a person's own seat, and what they can do about it.
 *
 * @param tone warn, good, bad or info
 */
public record Matter(String title, String tone, Content text, List<Form> forms) {
    public Matter {
        forms = List.copyOf(forms);
    }
}
