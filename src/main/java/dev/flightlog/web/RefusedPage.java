package dev.flightlog.web;

/** Says what is wrong and what to do. */
public record RefusedPage(String title, String nextStep) implements Page {
    @Override
    public String template() {
        return "refused.jte";
    }
}
