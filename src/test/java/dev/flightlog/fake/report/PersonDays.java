package dev.flightlog.fake.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Invents a person's day in detail; the same question always has the same answer. */
final class PersonDays {
    private static final List<String> CHAT_MODES = List.of(
            "chat_panel_ask_mode",
            "chat_panel_ask_mode",
            "chat_panel_edit_mode",
            "chat_inline",
            "chat_panel_plan_mode");

    private final long seed;
    private final Habits habits;
    private final Map<LocalDate, Integer> revisions = new ConcurrentHashMap<>();

    PersonDays(long seed, Habits habits) {
        this.seed = seed;
        this.habits = habits;
    }

    /** Changes the numbers of a day, as GitHub does when late telemetry arrives. */
    void restate(LocalDate day) {
        revisions.merge(day, 1, Integer::sum);
    }

    /** The day's row, empty when there is none. */
    Optional<PersonDay> of(Profile profile, LocalDate day) {
        int flags = habits.of(profile, day);
        return flags == 0 ? Optional.empty() : Optional.of(invent(profile, day, flags));
    }

    private PersonDay invent(Profile profile, LocalDate day, int flags) {
        Chance chance = Chance.of(seed + 1 + revisions.getOrDefault(day, 0), profile.index(), day.toEpochDay());
        List<Use> uses = new ArrayList<>();
        if ((flags & Habits.CODE) != 0) {
            completions(profile, chance, uses);
        }
        if ((flags & Habits.CHAT) != 0) {
            chats(profile, chance, uses);
        }
        if ((flags & Habits.AGENT) != 0) {
            agents(profile, chance, uses);
        }
        TokenUse cli = (flags & Habits.CLI) == 0 ? null : tokens(chance, 1, 6);
        TokenUse app = (flags & Habits.APP) == 0 ? null : tokens(chance, 1, 3);
        return new PersonDay(profile, day, flags, uses, cli, app, centiCredits(uses, cli, app, chance));
    }

    private static void completions(Profile profile, Chance chance, List<Use> uses) {
        for (String ide : profile.ides()) {
            for (String language : profile.languages().stream().distinct().toList()) {
                int generations = chance.between(5, 60);
                int acceptances =
                        (int) Math.round(generations * profile.acceptance() * (0.7 + chance.fraction() * 0.6));
                int lines = acceptances * chance.between(1, 4);
                uses.add(new Use(
                        ide,
                        "code_completion",
                        language,
                        null,
                        0,
                        generations,
                        acceptances,
                        generations * 2,
                        0,
                        lines,
                        0));
            }
        }
    }

    private static void chats(Profile profile, Chance chance, List<Use> uses) {
        int conversations = chance.between(1, 3);
        for (int i = 0; i < conversations; i++) {
            int asked = chance.between(1, 12);
            int blocks = chance.between(0, asked * 2);
            uses.add(new Use(
                    chance.of(profile.ides()),
                    chance.of(CHAT_MODES),
                    chance.of(profile.languages()),
                    profile.model(),
                    asked,
                    blocks,
                    Math.min(blocks, chance.between(0, 3)),
                    blocks * 8,
                    0,
                    0,
                    0));
        }
    }

    private static void agents(Profile profile, Chance chance, List<Use> uses) {
        String ide = chance.of(profile.ides());
        String language = chance.of(profile.languages());
        int asked = chance.between(1, 15);
        uses.add(new Use(
                ide, "chat_panel_agent_mode", language, profile.model(), asked, asked * 2, 0, asked * 16, 0, 0, 0));
        int edits = chance.between(2, 40);
        uses.add(new Use(
                ide, "agent_edit", "others", null, 0, edits, 0, 0, 0, edits * chance.between(2, 12), edits * 3));
    }

    private static TokenUse tokens(Chance chance, int least, int most) {
        int sessions = chance.between(least, most);
        int prompts = sessions * chance.between(1, 5);
        int requests = prompts * chance.between(2, 6);
        return new TokenUse(sessions, requests, prompts, requests * 400L + chance.between(0, 99), requests * 15_000L);
    }

    private static long centiCredits(List<Use> uses, @Nullable TokenUse cli, @Nullable TokenUse app, Chance chance) {
        long credits = 0;
        for (Use use : uses) {
            credits += use.interactions() * (long) chance.between(80, 300);
        }
        credits += cli == null ? 0 : cli.requests() * 45L;
        return credits + (app == null ? 0 : app.requests() * 60L);
    }
}
