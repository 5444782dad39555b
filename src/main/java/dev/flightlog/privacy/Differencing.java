package dev.flightlog.privacy;

import java.util.Arrays;

/**
 * Secondary suppression for one metric: admits teams one after the other, as long as nothing can be computed about
 * fewer people than the threshold from the organization's value and those of all admitted teams, whatever multiples of
 * them somebody adds and subtracts. Time is linear in memberships.
 *
 * <p>A team is admitted if at least {@code threshold} pairs of people witness it: one in the team and one outside, both
 * in the very same of the teams admitted before. A combination whose last team is this one gives the two different
 * weights, so at least one of them is in the result; with as many pairs as the threshold, it is about that many people.
 * Large teams have so many pairs that nothing need be searched. A team that is exactly a sum or difference of what is
 * admitted says nothing new and is admitted too. Sometimes a team is hidden that need not be, never the other way
 * round.
 *
 * <p>A sum of a week is the sum of its days, so the days are decided together with the week: a pair must be in the same
 * day's figures. Where some days of a team cannot be shown, one more is held back, else they would be the week less the
 * others.
 */
final class Differencing {
    /** What becomes of a team's figure. */
    enum Verdict {
        SHOWN,
        /** Some people, but fewer than the threshold, contribute. */
        FEW,
        WITHHELD
    }

    /**
     * What was decided, in the teams' order.
     *
     * @param slots for each team the days that may be shown, as bits
     */
    record Result(Verdict organization, int organizationSlots, Verdict[] teams, int[] slots) {}

    private final Contributors people;
    private final int[][] profilesOf;
    private final int threshold;
    private final int slots;

    /** For each profile its atom: the profiles in the very same admitted teams. */
    private final int[] atoms;

    private final int[] atomProfiles;
    private final int[][] atomPeople;
    private int atomCount = 1;

    /**
     * For each profile its block: the blocks partition everybody, and the sum of each follows from what is admitted.
     */
    private final int[] blocks;

    private final int[] blockProfiles;
    /** The days for which that holds. */
    private final int[] blockSlots;

    private int blockCount = 1;
    private int organizationSlots;

    private final SparseCounts atomsIn;
    private final SparseCounts blocksIn;
    private final int[][] peopleIn;
    private final int[] distinctIn;
    private final Verdict[] verdicts;
    private final int[] shown;

    private Differencing(Contributors people, int[][] profilesOf, int threshold) {
        int size = people.profiles();
        this.people = people;
        this.profilesOf = profilesOf;
        this.threshold = threshold;
        this.slots = people.slots();
        atoms = new int[size];
        atomProfiles = new int[size + 1];
        atomPeople = new int[slots][size + 1];
        blocks = new int[size];
        blockProfiles = new int[size + 1];
        blockSlots = new int[size + 1];
        atomsIn = new SparseCounts(size + 1);
        blocksIn = new SparseCounts(size + 1);
        peopleIn = new int[slots][size + 1];
        distinctIn = new int[size + 1];
        verdicts = new Verdict[profilesOf.length];
        shown = new int[profilesOf.length];
        for (int profile = 0; profile < size; profile++) {
            if (people.present(profile)) {
                atomProfiles[0]++;
                blockProfiles[0]++;
                for (int slot = 0; slot < slots; slot++) {
                    atomPeople[slot][0] += people.in(slot, profile);
                }
            }
        }
    }

    /**
     * Decides.
     *
     * @param profilesOf for each team, in the order of admission, the sets of teams that contain it
     * @param threshold the policy's {@code min_team_size}
     * @param family hides a parent too where few of its people are in none of its admitted children
     */
    static Result decide(Contributors people, int[][] profilesOf, int threshold, Family family) {
        Differencing search = new Differencing(people, profilesOf, threshold);
        Verdict organization = search.organization();
        for (int team = 0; team < profilesOf.length; team++) {
            search.verdicts[team] = search.admit(team, family);
        }
        return new Result(organization, search.organizationSlots, search.verdicts, search.shown);
    }

    private int all() {
        return (1 << slots) - 1;
    }

    private Verdict organization() {
        int total = people.everybody();
        if (total > 0 && total < threshold) {
            return Verdict.FEW;
        }
        int[] bySlot = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            bySlot[slot] = atomPeople[slot][0];
        }
        organizationSlots = showable(bySlot, bySlot);
        blockSlots[0] = organizationSlots;
        return Verdict.SHOWN;
    }

    private Verdict admit(int team, Family family) {
        int contributors = people.within(profilesOf[team]);
        if (contributors == 0) {
            shown[team] = all();
            return Verdict.SHOWN;
        }
        if (contributors < threshold) {
            return Verdict.FEW;
        }
        count(team);
        int[] inside = new int[slots];
        int[] pairs = new int[slots];
        int acrossDays = pairs(inside, pairs);
        int partial = partialBlocks();
        boolean follows = partial == NO_BLOCK;
        boolean witnessed = acrossDays >= threshold || Arrays.stream(pairs).anyMatch(found -> found >= threshold);
        Verdict verdict = Verdict.WITHHELD;
        if ((follows || witnessed) && !family.leavesFew(team, verdicts, people, profilesOf[team], threshold)) {
            verdict = Verdict.SHOWN;
            shown[team] = follows ? slotsOfBlocks() : showable(inside, pairs);
            if (!follows) {
                refineAtoms(team);
                refineBlocks(team, partial);
            }
        }
        forget();
        return verdict;
    }

    /** Who of the team is in which atom, by day, and which blocks it has a part of. */
    private void count(int team) {
        for (int profile : profilesOf[team]) {
            if (people.present(profile)) {
                atomsIn.add(atoms[profile]);
                blocksIn.add(blocks[profile]);
                distinctIn[atoms[profile]] += people.distinct(profile);
                for (int slot = 0; slot < slots; slot++) {
                    peopleIn[slot][atoms[profile]] += people.in(slot, profile);
                }
            }
        }
    }

    /** Fills in people and pairs by day; gives pairs of distinct people over all days, or fewer. */
    private int pairs(int[] inside, int[] pairs) {
        int acrossDays = 0;
        for (int i = 0; i < atomsIn.size(); i++) {
            int atom = atomsIn.get(i);
            int outside = Integer.MAX_VALUE;
            for (int slot = 0; slot < slots; slot++) {
                int in = peopleIn[slot][atom];
                int out = atomPeople[slot][atom] - in;
                inside[slot] += in;
                pairs[slot] += Math.min(in, out);
                outside = in == 0 ? outside : Math.min(outside, out);
            }
            acrossDays += Math.min(distinctIn[atom], outside);
        }
        return acrossDays;
    }

    /** Days with nobody; and days that say nothing about few people, less one where others have to be held back. */
    private int showable(int[] inside, int[] pairs) {
        int good = 0;
        int empty = 0;
        int fewest = -1;
        for (int slot = 0; slot < slots; slot++) {
            if (inside[slot] == 0) {
                empty |= 1 << slot;
            } else if (pairs[slot] >= threshold) {
                good |= 1 << slot;
                fewest = fewest < 0 || inside[slot] < inside[fewest] ? slot : fewest;
            }
        }
        boolean complete = (good | empty) == all();
        return complete || fewest < 0 ? good | empty : (good | empty) & ~(1 << fewest);
    }

    private static final int NO_BLOCK = -1;
    private static final int SEVERAL_BLOCKS = -2;

    /** The one block that the team has a part of and not the whole. */
    private int partialBlocks() {
        int partial = NO_BLOCK;
        for (int i = 0; i < blocksIn.size(); i++) {
            int block = blocksIn.get(i);
            if (blocksIn.count(block) < blockProfiles[block]) {
                partial = partial == NO_BLOCK ? block : SEVERAL_BLOCKS;
            }
        }
        return partial;
    }

    private int slotsOfBlocks() {
        int common = all();
        for (int i = 0; i < blocksIn.size(); i++) {
            common &= blockSlots[blocksIn.get(i)];
        }
        return common;
    }

    private void refineAtoms(int team) {
        int[] newAtom = new int[atomsIn.size()];
        for (int i = 0; i < atomsIn.size(); i++) {
            int atom = atomsIn.get(i);
            newAtom[i] = atomsIn.count(atom) == atomProfiles[atom] ? atom : atomCount++;
            if (newAtom[i] != atom) {
                atomProfiles[newAtom[i]] = atomsIn.count(atom);
                atomProfiles[atom] -= atomsIn.count(atom);
                for (int slot = 0; slot < slots; slot++) {
                    atomPeople[slot][newAtom[i]] = peopleIn[slot][atom];
                    atomPeople[slot][atom] -= peopleIn[slot][atom];
                }
            }
        }
        for (int profile : profilesOf[team]) {
            if (people.present(profile)) {
                atoms[profile] = newAtom[atomsIn.index(atoms[profile])];
            }
        }
    }

    private void refineBlocks(int team, int partial) {
        if (partial == SEVERAL_BLOCKS) {
            return;
        }
        int part = blockCount++;
        blockProfiles[part] = blocksIn.count(partial);
        blockProfiles[partial] -= blockProfiles[part];
        blockSlots[part] = shown[team] & slotsOfBlocks();
        blockSlots[partial] &= blockSlots[part];
        for (int profile : profilesOf[team]) {
            if (people.present(profile) && blocks[profile] == partial) {
                blocks[profile] = part;
            }
        }
    }

    private void forget() {
        for (int i = 0; i < atomsIn.size(); i++) {
            distinctIn[atomsIn.get(i)] = 0;
            for (int slot = 0; slot < slots; slot++) {
                peopleIn[slot][atomsIn.get(i)] = 0;
            }
        }
        atomsIn.clear();
        blocksIn.clear();
    }
}
