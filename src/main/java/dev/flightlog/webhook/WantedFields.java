package dev.flightlog.webhook;

import com.fasterxml.jackson.core.filter.TokenFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those fields of an event through that {@link WebhookParser} reads, so that a payload of 25 MB costs no more
 * memory than a small one.
 */
final class WantedFields extends TokenFilter {
    private static final Set<String> OBJECTS = Set.of(
            "installation",
            "account",
            "permissions",
            "organization",
            "repository",
            "owner",
            "sender",
            "membership",
            "member",
            "user",
            "team",
            "comment",
            "issue",
            "discussion",
            "pull_request",
            "head",
            "check_suite",
            "check_run",
            "requested_action",
            "performed_via_github_app");
    private static final Set<String> VALUES = Set.of(
            "action",
            "id",
            "node_id",
            "login",
            "type",
            "name",
            "slug",
            "deleted",
            "number",
            "state",
            "body",
            "sha",
            "ref",
            "before",
            "after",
            "head_sha",
            "identifier",
            "target_type",
            "created_at");
    private static final TokenFilter VALUE = new OneValue();
    private static final TokenFilter EVERY_VALUE = new EveryValue();

    @Override
    public @Nullable TokenFilter includeProperty(String name) {
        if (name.equals("permissions")) {
            return EVERY_VALUE;
        }
        if (OBJECTS.contains(name)) {
            return this;
        }
        return VALUES.contains(name) ? VALUE : null;
    }

    @Override
    public @Nullable TokenFilter filterStartArray() {
        return null;
    }

    @Override
    protected boolean _includeScalar() {
        return true;
    }

    /** A number or a text; nothing that could grow. */
    private static class OneValue extends TokenFilter {
        @Override
        public @Nullable TokenFilter filterStartObject() {
            return null;
        }

        @Override
        public @Nullable TokenFilter filterStartArray() {
            return null;
        }

        @Override
        protected boolean _includeScalar() {
            return true;
        }
    }

    /** A flat object of values: the permissions, whose keys GitHub adds to. */
    private static final class EveryValue extends TokenFilter {
        private static final int MOST = 200;

        @Override
        public @Nullable TokenFilter filterStartObject() {
            return new Counting();
        }

        @Override
        public @Nullable TokenFilter filterStartArray() {
            return null;
        }

        private static final class Counting extends TokenFilter {
            private int seen;

            @Override
            public @Nullable TokenFilter includeProperty(String name) {
                return seen++ < MOST ? VALUE : null;
            }
        }
    }
}
