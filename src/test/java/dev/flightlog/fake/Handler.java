package dev.flightlog.fake;

/** Answers one endpoint. */
@FunctionalInterface
interface Handler {
    Answer handle(Call call);
}
