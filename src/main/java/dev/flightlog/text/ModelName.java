package dev.flightlog.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of models as their makers write them: "GPT-5.4" for {@code gpt-5.4}. Names of another form stay as they are. */
public final class ModelName {
    private ModelName() {}

    public static String of(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("gpt-")) {
            return "GPT-" + words(lower.substring("gpt-".length()));
        }
        if (lower.startsWith("claude-") || lower.startsWith("gemini-") || lower.startsWith("grok-")) {
            return words(lower);
        }
        return lower.equals("auto") ? "Auto" : key;
    }

    private static String words(String hyphened) {
        return Arrays.stream(hyphened.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
