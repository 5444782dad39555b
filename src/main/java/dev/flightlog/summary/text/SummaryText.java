package dev.flightlog.summary.text;

/** A post as it is sent: its title, which is plain text, and its body, which is markdown. */
public record SummaryText(String title, String body) {}
