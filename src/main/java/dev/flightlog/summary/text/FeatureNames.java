package dev.flightlog.summary.text;

import java.util.Map;

/** GitHub's feature keys in words (github.md: Report rows); a key that it adds later is shown as it is. */
public final class FeatureNames {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("code_completion", "Code completion"),
            Map.entry("chat_inline", "Inline chat"),
            Map.entry("chat_panel_ask_mode", "Chat, ask"),
            Map.entry("chat_panel_edit_mode", "Chat, edit"),
            Map.entry("chat_panel_agent_mode", "Chat, agent"),
            Map.entry("chat_panel_plan_mode", "Chat, plan"),
            Map.entry("chat_panel_custom_mode", "Chat, custom mode"),
            Map.entry("chat_panel_unknown_mode", "Chat, mode unknown"),
            Map.entry("agent_edit", "Agent edits"),
            Map.entry("copilot_cli", "Copilot CLI"),
            Map.entry("copilot_app", "Copilot app"),
            Map.entry("others", "Others, as GitHub groups them"));

    private FeatureNames() {}

    public static String of(String key) {
        return WORDS.getOrDefault(key, key);
    }
}
