package dev.flightlog.fake;

import dev.flightlog.fake.model.Discussion;
import java.util.Optional;

/** GraphQL ids: a prefix for the kind and our number, opaque to the client. */
public final class NodeId {
    static final String USER = "U_kgDO";
    static final String ORGANIZATION = "O_kgDO";
    static final String TEAM = "T_kwDO";
    static final String REPOSITORY = "R_kgDO";
    static final String ISSUE = "I_kwDO";
    static final String PULL_REQUEST = "PR_kwDO";
    static final String ISSUE_COMMENT = "IC_kwDO";
    static final String DISCUSSION = "D_kwDO";
    static final String DISCUSSION_COMMENT = "DC_kwDO";
    static final String CATEGORY = "DIC_kwDO";
    static final String REACTION = "REA_lADO";
    static final String CHECK_RUN = "CR_kwDO";
    static final String CHECK_SUITE = "CS_kwDO";
    static final String LABEL = "LA_kwDO";
    static final String APP = "A_kwDO";
    static final String INSTALLATION = "MDIz";

    private NodeId() {}

    /** A discussion's id in GraphQL. */
    public static String of(Discussion discussion) {
        return of(DISCUSSION, discussion.id());
    }

    static String of(String prefix, long id) {
        return prefix + id;
    }

    /** The number behind an id of that kind. */
    static Optional<Long> number(String prefix, String nodeId) {
        String rest = nodeId.startsWith(prefix) ? nodeId.substring(prefix.length()) : "";
        return rest.matches("\\d{1,18}") ? Optional.of(Long.parseLong(rest)) : Optional.empty();
    }
}
