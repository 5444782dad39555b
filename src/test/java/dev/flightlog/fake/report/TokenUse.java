package dev.flightlog.fake.report;

/** Sessions and tokens of the CLI or the Copilot app. */
record TokenUse(int sessions, int requests, int prompts, long outputTokens, long promptTokens) {
    TokenUse plus(TokenUse other) {
        return new TokenUse(
                sessions + other.sessions,
                requests + other.requests,
                prompts + other.prompts,
                outputTokens + other.outputTokens,
                promptTokens + other.promptTokens);
    }
}
