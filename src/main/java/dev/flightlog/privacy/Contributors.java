package dev.flightlog.privacy;

/** People who contribute to one metric, by the set of teams that they are in. */
final class Contributors {
    /** By day, or once: people of each profile. */
    private final int[][] slots;
    /** Distinct people of each profile over all days, those who changed teams left out. */
    private final int[] distinct;
    /** Distinct people over all days by the set of all teams in which they contributed. */
    private final int[] whole;

    private Contributors(int[][] slots, int[] distinct, int[] whole) {
        this.slots = slots;
        this.distinct = distinct;
        this.whole = whole;
    }

    /** One period that has no parts. */
    static Contributors of(int[] people) {
        return new Contributors(new int[][] {people}, people, people);
    }

    /** A period that is the sum of its days. */
    static Contributors ofDays(int[][] days, int[] distinct, int[] whole) {
        return new Contributors(days, distinct, whole);
    }

    int profiles() {
        return whole.length;
    }

    int slots() {
        return slots.length;
    }

    int in(int slot, int profile) {
        return slots[slot][profile];
    }

    boolean present(int profile) {
        for (int[] slot : slots) {
            if (slot[profile] > 0) {
                return true;
            }
        }
        return false;
    }

    int distinct(int profile) {
        return distinct[profile];
    }

    /** Distinct people of the organization. */
    int everybody() {
        int people = 0;
        for (int count : whole) {
            people += count;
        }
        return people;
    }

    /** Distinct people of a team with these profiles. */
    int within(int[] profiles) {
        int people = 0;
        for (int profile : profiles) {
            people += whole[profile];
        }
        return people;
    }
}
