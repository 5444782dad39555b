package dev.flightlog.governance;

import dev.flightlog.text.Numbers;

/** What posts, checks and answers say about names in a policy that mean nobody. */
public final class PolicyNameWords {
    /** The consequence, for whoever wrote such a name. */
    public static final String EFFECT =
            "an exemption for it exempts nobody, and an admin team of that name gives nobody a right";

    private PolicyNameWords() {}

    /** "2 names in the policy mean nobody here". */
    public static String nobody(int names) {
        return Numbers.plural(names, "name") + " in the policy " + (names == 1 ? "means" : "mean") + " nobody here";
    }
}
