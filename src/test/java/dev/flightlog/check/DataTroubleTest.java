package dev.flightlog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.directory.NeededPermission;
import dev.flightlog.directory.Reading;
import dev.flightlog.directory.Source;
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

class DataTroubleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Map<String, String> GRANTED = granted();

    @Test
    void usageIsStaleAfterFiveDays() {
        assertThat(DataTrouble.of(usageThrough("2026-11-15"), GRANTED, NOW)).isEmpty();
        assertThat(DataTrouble.of(usageThrough("2026-11-14"), GRANTED, NOW))
                .containsExactly(new DataTrouble.Stale(Source.USAGE, LocalDate.parse("2026-11-14"), null));
    }

    @Test
    void seatsAreStaleAfterTwoDays() {
        assertThat(DataTrouble.of(seatsRead(Duration.ofHours(48)), GRANTED, NOW))
                .isEmpty();
        assertThat(DataTrouble.of(seatsRead(Duration.ofHours(49)), GRANTED, NOW))
                .containsExactly(new DataTrouble.Stale(Source.SEATS, LocalDate.parse("2026-11-18"), null));
    }

    @Test
    void anOrganizationWithoutAnyReportYetIsNotStale() {
        Reading none = new Reading(Source.USAGE, NOW, NOW, Reading.Outcome.NO_DATA, null, "No report yet.", null);

        assertThat(DataTrouble.of(Map.of(Source.USAGE, none), GRANTED, NOW)).isEmpty();
        assertThat(DataTrouble.of(Map.of(), GRANTED, NOW)).isEmpty();
    }

    @Test
    void whatAPersonMustMendIsToldOnceAndInItsWords() {
        Reading refused =
                new Reading(Source.USAGE, NOW, null, Reading.Outcome.ASK_A_PERSON, null, "The policy is off.", null);
        Reading optional =
                new Reading(Source.BILLING, NOW, null, Reading.Outcome.ASK_A_PERSON, null, "Optional.", null);

        assertThat(DataTrouble.of(Map.of(Source.USAGE, refused, Source.BILLING, optional), GRANTED, NOW))
                .containsExactly(new DataTrouble.NeedsAPerson(Source.USAGE, null, "The policy is off."));
    }

    @ParameterizedTest
    @EnumSource
    void aPermissionThatWasNeverGrantedIsNamed(NeededPermission needed) {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove(needed.key());

        assertThat(DataTrouble.of(Map.of(), granted, NOW)).containsExactly(new DataTrouble.PermissionMissing(needed));
    }

    @Test
    void readingIsNotEnoughWhereThereIsWriting() {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.put("issues", "read");

        assertThat(DataTrouble.of(Map.of(), granted, NOW))
                .containsExactly(new DataTrouble.PermissionMissing(NeededPermission.ISSUES));
    }

    @Test
    void anAdministratorsRightIsEnoughForSeats() {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove("organization_copilot_seat_management");
        granted.put("organization_administration", "read");

        assertThat(DataTrouble.of(Map.of(), granted, NOW)).isEmpty();
    }

    @Test
    void aPermissionThatAReadingTellsOfIsToldOnce() {
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove("members");
        String words = "The app lacks the permission Members: read.";
        Reading refused = new Reading(
                Source.DIRECTORY, NOW, null, Reading.Outcome.ASK_A_PERSON, Reading.Cause.PERMISSION, words, null);

        assertThat(DataTrouble.of(Map.of(Source.DIRECTORY, refused), granted, NOW))
                .containsExactly(new DataTrouble.NeedsAPerson(Source.DIRECTORY, Reading.Cause.PERMISSION, words));
    }

    @Test
    void whatStopsSeveralSourcesIsToldOnceAndOfThoseThatFiguresComeFrom() {
        Map<Source, Reading> contents = refused("Contents: read", Source.GOVERNANCE, Source.POLICY);
        Map<Source, Reading> key = refused("The key.", Source.GOVERNANCE, Source.POSTS, Source.SEATS);

        assertThat(DataTrouble.of(contents, GRANTED, NOW))
                .containsExactly(
                        new DataTrouble.NeedsAPerson(Source.GOVERNANCE, Reading.Cause.PERMISSION, "Contents: read"));
        assertThat(DataTrouble.of(key, GRANTED, NOW))
                .containsExactly(new DataTrouble.NeedsAPerson(Source.SEATS, Reading.Cause.PERMISSION, "The key."));
    }

    @Test
    void aRefusedPostTellsNothingAboutIssuesWhereItMayHaveBeenADiscussion() {
        Map<Source, Reading> posts = refused("Issues or Discussions.", Source.POSTS);
        Map<String, String> granted = new HashMap<>(GRANTED);
        granted.remove("discussions");

        assertThat(NeededPermission.ISSUES.refusedIn(posts)).isFalse();
        assertThat(DataTrouble.of(posts, granted, NOW))
                .as("what was not granted says more than the refused post")
                .containsExactly(new DataTrouble.PermissionMissing(NeededPermission.DISCUSSIONS));
        assertThat(DataTrouble.of(posts, GRANTED, NOW))
                .as("taken back without an event")
                .containsExactly(
                        new DataTrouble.NeedsAPerson(Source.POSTS, Reading.Cause.PERMISSION, "Issues or Discussions."));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsReadSpoilsFigures(NeededPermission needed) {
        assertThat(new DataTrouble.PermissionMissing(needed).spoilsFigures())
                .isEqualTo(Set.of(NeededPermission.MEMBERS, NeededPermission.SEATS, NeededPermission.METRICS)
                        .contains(needed));
    }

    private static Map<Source, Reading> refused(String words, Source... sources) {
        return Arrays.stream(sources)
                .collect(Collectors.toMap(
                        source -> source,
                        source -> new Reading(
                                source,
                                NOW,
                                null,
                                Reading.Outcome.ASK_A_PERSON,
                                Reading.Cause.PERMISSION,
                                words,
                                null)));
    }

    private static Map<Source, Reading> usageThrough(String day) {
        return Map.of(Source.USAGE, reading(Source.USAGE, NOW, LocalDate.parse(day)));
    }

    private static Map<Source, Reading> seatsRead(Duration ago) {
        return Map.of(Source.SEATS, reading(Source.SEATS, NOW.minus(ago), null));
    }

    private static Reading reading(Source source, Instant read, @Nullable LocalDate through) {
        return new Reading(source, read, read, Reading.Outcome.READ, null, null, through);
    }

    private static Map<String, String> granted() {
        return Arrays.stream(NeededPermission.values())
                .collect(Collectors.toMap(NeededPermission::key, NeededPermission::level));
    }
}
