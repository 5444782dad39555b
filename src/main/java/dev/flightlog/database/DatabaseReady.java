package dev.flightlog.database;

/** The schema is up to date: work may begin. */
public record DatabaseReady() {}
