package dev.flightlog.markdown;

/** A part of a post that is closed until somebody opens it. */
public record Fold(String summary, String body) {
    public Fold {
        if (summary.isBlank()) {
            throw new IllegalArgumentException("summary must not be blank");
        }
    }

    /** The fold with its body, which is markdown already; ends in a line break. */
    public String render() {
        return "<details>\n<summary>" + Markdown.html(summary) + "</summary>\n\n" + body.strip() + "\n\n</details>\n";
    }
}
