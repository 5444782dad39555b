package dev.flightlog.web;

/** What one page shows, counted and decided; its template adds nothing but words. */
public interface Page {
    /** Name of its template in {@code src/main/jte}, such as {@code home.jte}; it takes {@code frame} and {@code page}. */
    String template();
}
