package dev.flightlog.command;

import dev.flightlog.markdown.Fold;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What GitHub's last activity says and does not say, and which setting of an editor it needs (FACTS §4). Pure. */
final class LastActivityAdvice {
    private static final String VS_CODE = "**Visual Studio Code**: setting `telemetry.telemetryLevel` must be `all`";
    private static final String JETBRAINS =
            "**JetBrains IDEs**: Settings, Appearance & Behavior, System Settings, Data Sharing: *Send usage statistics*";
    private static final String VISUAL_STUDIO =
            "**Visual Studio**: Help, Privacy, Privacy Settings: *Experience improvement program*, Yes";
    private static final String OTHERS =
            "**Other editors**: the telemetry setting of the editor and of its Copilot plug-in";
    private static final String NETWORK =
            "Everywhere: the network must let `copilot-telemetry.githubusercontent.com` through";

    private LastActivityAdvice() {}

    static String fold() {
        return new Fold("What \"last activity\" says, and what it does not", """
                It counts: a completion shown in an editor; chat in an editor, on GitHub, on a telephone or in the command \
                line; a pull request summary; making or changing a knowledge base.

                It does not say how much, and it is not proof of absence: GitHub tells it up to 24 hours late, forgets it \
                after 90 days (Flightlog keeps it), and does not hear of editors whose telemetry is off. A sign-in without \
                activity means just that: used without telemetry, or opened and not used.

                If it looks wrong, switch telemetry on:
                - %s
                - %s
                - %s
                - %s
                - %s
                """.formatted(
                                VS_CODE, JETBRAINS, VISUAL_STUDIO, OTHERS, NETWORK))
                .render();
    }

    /** What to do in the editor that was last seen; in all of them where none was. */
    static String forEditor(@Nullable String editor) {
        String name = editor == null ? "" : editor.toLowerCase(Locale.ROOT);
        if (name.startsWith("vscode")) {
            return VS_CODE;
        }
        if (name.startsWith("jetbrains") || name.startsWith("intellij")) {
            return JETBRAINS;
        }
        return name.startsWith("visualstudio") || name.startsWith("vs/") ? VISUAL_STUDIO : VS_CODE + "; others below";
    }
}
