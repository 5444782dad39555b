package dev.flightlog.check;

import dev.flightlog.github.RepoFile;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;

/**
 * The policy file as one commit has it.
 *
 * @param blob Git's id of the content; empty where there is no file
 */
record PolicyAtCommit(String commit, String blob, PolicyResult result) {
    static PolicyAtCommit of(String commit, RepoFile file) {
        return switch (file) {
            case RepoFile.Absent _ -> new PolicyAtCommit(commit, "", PolicyResult.Valid.DEFAULTS);
            case RepoFile.TooLarge(long _, String blob) ->
                new PolicyAtCommit(commit, blob, PolicyParser.parse(new byte[PolicyParser.MAX_BYTES + 1]));
            case RepoFile.Content(byte[] bytes, String blob) ->
                new PolicyAtCommit(commit, blob, PolicyParser.parse(bytes));
        };
    }

    boolean present() {
        return !blob.isEmpty();
    }

    boolean sameFileAs(PolicyAtCommit other) {
        return blob.equals(other.blob);
    }
}
