package dev.flightlog.github.rest;

import dev.flightlog.github.NetworkFault;

/** Why a request got no answer, or a server's error. */
public sealed interface Unanswered {
    /** 0 where nothing came back. */
    int status();

    /** In one clause, for whoever runs the server. */
    String cause();

    /** The request never reached the host, so that none would. */
    record Unreached(String cause) implements Unanswered {
        @Override
        public int status() {
            return 0;
        }
    }

    /** The host took the request and did not answer; it may be this request's fault. */
    record Silent(String cause) implements Unanswered {
        @Override
        public int status() {
            return 0;
        }
    }

    /** A server's error. */
    record Failed(String host, int status) implements Unanswered {
        @Override
        public String cause() {
            return host + " answers " + status;
        }
    }

    static Unanswered of(String host, Throwable broken) {
        String words = NetworkFault.words(host, broken);
        return NetworkFault.reached(broken) ? new Silent(words) : new Unreached(words);
    }
}
