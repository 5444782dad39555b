package dev.flightlog.copilot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gives names that come again and again a number, without making a string each time; a file cannot make it grow without end. */
public final class NameTable {
    /** What every name beyond the bound is called. */
    public static final String OTHER = "other";

    private static final int SLOTS = 16_384;
    private static final int MOST = SLOTS / 4;

    private final int[] table = new int[SLOTS];
    private final List<char[]> letters = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    public NameTable() {
        of(OTHER.toCharArray(), 0, OTHER.length());
    }

    /** The number of a name: the same for the same letters, 0 for {@link #OTHER}. */
    public int of(char[] text, int offset, int length) {
        int slot = hash(text, offset, length) & (SLOTS - 1);
        while (table[slot] != 0) {
            int symbol = table[slot] - 1;
            char[] known = letters.get(symbol);
            if (Arrays.equals(known, 0, known.length, text, offset, offset + length)) {
                return symbol;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return texts.size() < MOST ? add(slot, Arrays.copyOfRange(text, offset, offset + length)) : 0;
    }

    /** The name of a number. */
    public String text(int symbol) {
        return texts.get(symbol);
    }

    private int add(int slot, char[] name) {
        letters.add(name);
        texts.add(Values.clean(new String(name)));
        table[slot] = texts.size();
        return texts.size() - 1;
    }

    private static int hash(char[] text, int offset, int length) {
        int hash = length;
        for (int index = offset; index < offset + length; index++) {
            hash = 31 * hash + text[index];
        }
        return hash ^ (hash >>> 15);
    }
}
