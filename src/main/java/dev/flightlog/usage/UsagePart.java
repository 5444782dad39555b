package dev.flightlog.usage;

/** What was used under one name of a language, editor, model or feature; lines include those of agents. */
public record UsagePart(String name, long prompts, long generations, long linesAdded) {}
