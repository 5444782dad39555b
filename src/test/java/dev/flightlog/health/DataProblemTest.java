package dev.flightlog.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataProblemTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Map<String, String> GRANTED = granted();

    @Test
    void usageIsStaleAfterFiveDays() {
        assertThat(DataProblem.of(usageThrough("2026-11-15"), GRANTED, NOW)).isEmpty();
        assertThat(DataProblem.of(usageThrough("2026-11-14"), GRANTED, NOW))
                .containsExactly(new DataProblem.Stale(Source.USAGE, LocalDate.parse("2026-11-14"), null));
    }

    @Test
    void seatsAreStaleAfterTwoDays() {
        assertThat(DataProblem.of(seatsRead(Duration.ofHours(48)), GRANTED, NOW))
                .isEmpty();
        assertThat(DataProblem.of(seatsRead(Duration.ofHours(49)), GRANTED, NOW))
                .containsExactly(new DataProblem.Stale(Source.SEATS, LocalDate.parse("2026-11-18"), null));
    }

    @Test
    void anOrganizationWithoutAnyReportYetIsNotStale() {
        SourceStatus none =
                new SourceStatus(Source.USAGE, NOW, NOW, SourceStatus.Outcome.NO_DATA, null, "No report yet.", null);

        assertThat(DataProblem.of(Map.of(Source.USAGE, none), GRANTED, NOW)).isEmpty();
        assertThat(DataProblem.of(Map.of(), GRANTED, NOW)).isEmpty();
    }

    @Test
    void whatAPersonMustMendIsToldOnceAndInItsWords() {
        SourceStatus refused = new SourceStatus(
                Source.USAGE, NOW, null, SourceStatus.Outcome.ASK_A_PERSON, null, "The policy is off.", null);
        SourceStatus optional =
                new SourceStatus(Source.BILLING, NOW, null, SourceStatus.Outcome.ASK_A_PERSON, null, "Optional.", null);

        assertThat(DataProblem.of(Map.of(Source.USAGE, refused, Source.BILLING, optional), GRANTED, NOW))
                .containsExactly(new DataProblem.NeedsAPerson(Source.USAGE, null, "The policy is off."));
    }

    @ParameterizedTest
    @EnumSource
    void aPermissionThatWasNeverGrantedIsNamed(NeededPermission needed) {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove(needed.key());

        assertThat(DataProblem.of(Map.of(), granted, NOW)).containsExactly(new DataProblem.PermissionMissing(needed));
    }

    @Test
    void readingIsNotEnoughWhereThereIsWriting() {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.put("issues", "read");

        assertThat(DataProblem.of(Map.of(), granted, NOW))
                .containsExactly(new DataProblem.PermissionMissing(NeededPermission.ISSUES));
    }

    @Test
    void anAdministratorsRightIsEnoughForSeats() {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove("organization_copilot_seat_management");
        granted.put("organization_administration", "read");

        assertThat(DataProblem.of(Map.of(), granted, NOW)).isEmpty();
    }

    @Test
    void aPermissionThatAReadingTellsOfIsToldOnce() {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove("members");
        String words = "The app lacks the permission Members: read.";
        SourceStatus refused = new SourceStatus(
                Source.DIRECTORY,
                NOW,
                null,
                SourceStatus.Outcome.ASK_A_PERSON,
                SourceStatus.Cause.PERMISSION,
                words,
                null);

        assertThat(DataProblem.of(Map.of(Source.DIRECTORY, refused), granted, NOW))
                .containsExactly(new DataProblem.NeedsAPerson(Source.DIRECTORY, SourceStatus.Cause.PERMISSION, words));
    }

    @Test
    void whatStopsSeveralSourcesIsToldOnceAndOfThoseThatFiguresComeFrom() {
        Map<Source, SourceStatus> contents = refused("Contents: read", Source.GOVERNANCE, Source.POLICY);
        Map<Source, SourceStatus> key = refused("The key.", Source.GOVERNANCE, Source.POSTS, Source.SEATS);

        assertThat(DataProblem.of(contents, GRANTED, NOW))
                .containsExactly(new DataProblem.NeedsAPerson(
                        Source.GOVERNANCE, SourceStatus.Cause.PERMISSION, "Contents: read"));
        assertThat(DataProblem.of(key, GRANTED, NOW))
                .containsExactly(new DataProblem.NeedsAPerson(Source.SEATS, SourceStatus.Cause.PERMISSION, "The key."));
    }

    @Test
    void aRefusedPostTellsNothingAboutIssuesWhereItMayHaveBeenADiscussion() {
        Map<Source, SourceStatus> posts = refused("Issues or Discussions.", Source.POSTS);
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove("discussions");

        assertThat(NeededPermission.ISSUES.refusedIn(posts)).isFalse();
        assertThat(DataProblem.of(posts, granted, NOW))
                .as("what was not granted says more than the refused post")
                .containsExactly(new DataProblem.PermissionMissing(NeededPermission.DISCUSSIONS));
        assertThat(DataProblem.of(posts, GRANTED, NOW))
                .as("taken back without an event")
                .containsExactly(new DataProblem.NeedsAPerson(
                        Source.POSTS, SourceStatus.Cause.PERMISSION, "Issues or Discussions."));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsReadSpoilsFigures(NeededPermission needed) {
        assertThat(new DataProblem.PermissionMissing(needed).spoilsFigures())
                .isEqualTo(Set.of(NeededPermission.MEMBERS, NeededPermission.SEATS, NeededPermission.METRICS)
                        .contains(needed));
    }

    private static Map<Source, SourceStatus> refused(String words, Source... sources) {
        return Arrays.stream(sources)
                .collect(Collectors.toMap(
                        source -> source,
                        source -> new SourceStatus(
                                source,
                                NOW,
                                null,
                                SourceStatus.Outcome.ASK_A_PERSON,
                                SourceStatus.Cause.PERMISSION,
                                words,
                                null)));
    }

    private static Map<Source, SourceStatus> usageThrough(String day) {
        return Map.of(Source.USAGE, reading(Source.USAGE, NOW, LocalDate.parse(day)));
    }

    private static Map<Source, SourceStatus> seatsRead(Duration ago) {
        return Map.of(Source.SEATS, reading(Source.SEATS, NOW.minus(ago), null));
    }

    private static SourceStatus reading(Source source, Instant read, @Nullable LocalDate through) {
        return new SourceStatus(source, read, read, SourceStatus.Outcome.READ, null, null, through);
    }

    private static Map<String, String> granted() {
        return Arrays.stream(NeededPermission.values())
                .collect(Collectors.toMap(NeededPermission::key, NeededPermission::level));
    }
}
