package dev.flightlog.check;

import dev.flightlog.markdown.Markdown;

/**
 * What a policy file is compared with.
 *
 * @param branch the branch that has it, or would get it
 * @param governs whether that is the default branch, whose policy is in force
 * @param pushed whether the branch has it already
 * @param base the policy without it, in words such as a short commit
 * @param baseBroken whether the file without it is broken, so that the last valid one is compared
 */
record Comparison(String branch, boolean governs, boolean pushed, String base, boolean baseBroken) {
    private static final int SHORT = 7;

    /** The first characters of a commit's id, enough for people. */
    static String shortCommit(String commit) {
        return commit.substring(0, Math.min(SHORT, commit.length()));
    }

    /** "is compared with …", for a sentence of the output. */
    String inWords() {
        String with = baseBroken
                ? "the file before is broken, so this is compared with the last valid policy (" + Markdown.code(base)
                        + ")"
                : "compared with " + Markdown.code(base) + (pushed ? "" : " on " + Markdown.code(branch));
        String place = governs
                ? pushed ? "In force on " + Markdown.code(branch) : "In force once it is on " + Markdown.code(branch)
                : "Not in force on " + Markdown.code(branch) + ": the policy is read from the default branch";
        return place + "; " + with + ".";
    }
}
