package dev.flightlog.github;

import java.util.regex.Pattern;

/** Owner and name of a repository, as in its address. */
public record RepositoryName(String owner, String name) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public RepositoryName {
        requirePart("owner", owner);
        requirePart("name", name);
    }

    /** Where GitHub's REST API has it. */
    public String path() {
        return "/repos/" + owner + "/" + name;
    }

    private static void requirePart(String field, String value) {
        if (!PART.matcher(value).matches() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(
                    field + " must be 1 to 100 letters, digits, '.', '_' or '-', but is " + value);
        }
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
