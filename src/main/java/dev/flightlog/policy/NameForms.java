package dev.flightlog.policy;

import dev.flightlog.policy.Reference.Kind;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people, teams and labels of GitHub are named in a policy. */
public final class NameForms {
    private static final String LOGIN_LETTERS = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";
    private static final String SLUG_LETTERS = "[A-Za-z0-9_][A-Za-z0-9._-]{0,99}";

    private static final String MENTIONED = "^@" + LOGIN_LETTERS + "(/" + SLUG_LETTERS + ")?$";
    private static final Pattern MENTION_PATTERN = Pattern.compile(MENTIONED);

    static final Form<String> LOGIN = PolicyForm.naming(
            PolicyForm.text("^" + LOGIN_LETTERS + "(\\[bot\\])?$", "a login without \"@\", such as ada"),
            login -> Stream.of(Map.entry(Kind.USER, login)));

    static final Form<String> TEAM = PolicyForm.naming(
            PolicyForm.text("^" + SLUG_LETTERS + "$", "a team's slug without \"@\" and organization, such as on-call"),
            slug -> Stream.of(Map.entry(Kind.TEAM, slug)));

    static final Form<String> MENTION = PolicyForm.naming(
            PolicyForm.text(MENTIONED, "a person or team in quotes, such as \"@ada\" or \"@acme/platform\""),
            mention -> Stream.of(Map.entry(mention.contains("/") ? Kind.TEAM : Kind.USER, mention.substring(1))));

    /** GitHub refuses longer names, and lists take a comma for the next label. */
    static final Form<String> LABEL = PolicyForm.text(
            "^[^\\s,\\x00-\\x1F\\x7F]([^,\\x00-\\x1F\\x7F]{0,48}[^\\s,\\x00-\\x1F\\x7F])?$",
            "a label of at most 50 characters without commas, such as copilot-usage");

    static final Form<String> CATEGORY =
            PolicyForm.text("^[a-z0-9][a-z0-9-]{0,99}$", "the slug of a discussion category, such as general");

    static final Form<String> BRANCH = PolicyForm.text(
            "^[^\\s~^:?*\\[\\\\\\x00-\\x1F\\x7F]{1,200}$", "the name of a branch without refs/heads/, such as reports");

    static final Form<String> PREFIX =
            PolicyForm.text("^/[a-z][a-z0-9-]{0,30}$", "a slash and a word in small letters, such as /copilot");

    static final Form<String> REASON = PolicyForm.text(
            "^[^\\x00-\\x1F\\x7F]{1,200}$",
            "one line of at most 200 characters, such as agreed with the platform team; everybody reads it");

    private NameForms() {}

    /** Whether a text is an "@" and a person's or team's name, and nothing that a post would have to escape. */
    public static boolean isMention(String text) {
        return MENTION_PATTERN.matcher(text).matches();
    }
}
