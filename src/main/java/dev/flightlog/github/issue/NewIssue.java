package dev.flightlog.github.issue;

import java.util.List;

/**
 * An issue to open.
 *
 * @param body at most 65,536 characters (github.md: Text limits)
 * @param labels made if they are missing
 * @param assignees logins; left out altogether if GitHub does not take one of them
 */
public record NewIssue(String title, String body, List<IssueLabel> labels, List<String> assignees) {
    public NewIssue {
        if (title.isBlank() || title.length() > 256) {
            throw new IllegalArgumentException("title must have 1 to 256 characters, but is " + title);
        }
        labels = List.copyOf(labels);
        assignees = List.copyOf(assignees);
    }

    NewIssue withoutAssignees() {
        return new NewIssue(title, body, labels, List.of());
    }
}
