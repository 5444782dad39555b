package dev.flightlog.github.issue;

/**
 * A label, and how it looks if we are the first to use it.
 *
 * @param color six hexadecimal digits
 */
public record IssueLabel(String name, String color, String description) {
    public IssueLabel {
        if (name.isBlank() || name.length() > 50) {
            throw new IllegalArgumentException("name must have 1 to 50 characters, but is " + name);
        }
        if (!color.matches("[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("color must be six hexadecimal digits, but is " + color);
        }
        if (description.length() > 100) {
            throw new IllegalArgumentException("description must have at most 100 characters, but is " + description);
        }
    }
}
