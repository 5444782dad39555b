package dev.flightlog.fake.report;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Team;
import java.util.ArrayList;
import java.util.List;

/** Puts the invented people into teams: a parent, teams of all sizes, and some that are too small to be shown. */
final class TeamMaker {
    private static final List<String> NAMES = List.of(
            "Engineering", "Platform", "Payments", "Mobile", "Web", "Data", "Design", "On-call", "Copilot admins");
    private static final int SMALL = 3;
    private static final int TEAMS = 6;
    private static final int DEPARTMENTS = 4;
    private static final int UNIT = 1 + DEPARTMENTS * (1 + TEAMS);
    /** Of a tree: who is in the nine teams that every invented organization has. */
    private static final int FEW = 90;

    private final Organization organization;
    private final long seed;

    TeamMaker(Organization organization, long seed) {
        this.organization = organization;
        this.seed = seed;
    }

    /** Makes that many teams, at least nine; the last three of the nine have 4, 3 and 2 members. */
    void make(List<Profile> people, int count, TeamShape shape) {
        switch (shape) {
            case FLAT -> makeFlat(people, count);
            case TREE -> makeTree(people, count);
        }
    }

    /** The first nine as ever, then whole divisions; the people are spread over their lowest teams. */
    private void makeTree(List<Profile> people, int count) {
        List<Team> lowest = new ArrayList<>();
        List<Team> managed = new ArrayList<>();
        int divisions = Math.max(1, (count - NAMES.size()) / UNIT);
        for (int division = 1; division <= divisions; division++) {
            Team top = organization.addTeam("Division " + division);
            managed.addAll(List.of(top, top, top));
            for (int department = 1; department <= DEPARTMENTS; department++) {
                Team middle = organization.addTeam("Department " + division + "-" + department, top);
                managed.addAll(List.of(middle, middle));
                for (int team = 1; team <= TEAMS; team++) {
                    lowest.add(organization.addTeam("Team " + division + "-" + department + "-" + team, middle));
                }
            }
        }
        int managers = Math.min(managed.size(), people.size() / 4);
        List<Profile> others = people.subList(0, people.size() - managers);
        makeFlat(others.subList(0, Math.min(others.size(), FEW)), NAMES.size());
        for (int index = 0; index < others.size(); index++) {
            lowest.get((int) ((long) index * lowest.size() / others.size()))
                    .add(others.get(index).person());
            if (Chance.of(seed, index, -5).likely(0.15)) {
                Chance.of(seed, index, -6).of(lowest).add(others.get(index).person());
            }
        }
        for (int index = 0; index < managers; index++) {
            managed.get(index).add(people.get(people.size() - 1 - index).person(), "maintainer");
        }
    }

    private void makeFlat(List<Profile> people, int count) {
        List<Team> large = new ArrayList<>();
        Team parent = organization.addTeam(NAMES.getFirst());
        parent.describe("Everybody who writes software");
        for (int i = 1; i < NAMES.size() - SMALL; i++) {
            large.add(organization.addTeam(NAMES.get(i), i <= 3 ? parent : null));
        }
        for (int i = NAMES.size(); i < count; i++) {
            large.add(organization.addTeam("Team " + i, i % 10 == 0 ? parent : null));
        }
        small(people, "Design", 4);
        small(people, "On-call", 3);
        small(people, "Copilot admins", 2);
        people.forEach(profile -> join(profile, large));
    }

    private void small(List<Profile> people, String name, int size) {
        Team team = organization.addTeam(name);
        for (int i = 0; i < size; i++) {
            int index = name.equals("Copilot admins") ? i * 4 : (i * 5 + name.length()) % people.size();
            team.add(people.get(index).person(), i == 0 ? "maintainer" : "member");
        }
    }

    private void join(Profile profile, List<Team> large) {
        Chance chance = Chance.of(seed, profile.index(), -2);
        // The team lead and the developer of the sandbox are in the same team.
        Team home = profile.index() < 3 ? large.getFirst() : chance.of(large);
        home.add(profile.person(), profile.index() == 1 ? "maintainer" : "member");
        if (chance.likely(0.15)) {
            chance.of(large).add(profile.person());
        }
    }
}
