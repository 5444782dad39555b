package dev.flightlog.text;

/** Cells of CSV files that people open in a spreadsheet. */
public final class CsvText {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n";

    private CsvText() {}

    /** The text on one line, with an apostrophe before what a spreadsheet would take for a formula. */
    public static String safe(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + line : line;
    }
}
