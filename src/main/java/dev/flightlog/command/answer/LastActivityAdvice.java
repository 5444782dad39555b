package dev.flightlog.command.answer;

import dev.flightlog.markdown.Fold;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub's last activity says and does not say, and which setting of an editor it needs (github.md: Seats). Pure.
 *
 * <p>Only what GitHub or the editor's maker documents is named: GitHub's pages speak of telemetry in the editor without
 * naming a setting, and say that editors other than VS Code may report less.
 */
public final class LastActivityAdvice {
    private static final String VS_CODE = "**Visual Studio Code**: setting `telemetry.telemetryLevel` must be `all`";
    private static final String OTHERS =
            "**Other editors**: GitHub names no setting; look for telemetry in the settings of the editor and of its"
                    + " Copilot plug-in, and keep both at their newest version";
    private static final String NETWORK =
            "Everywhere: the network must let `copilot-telemetry.githubusercontent.com` through";

    private LastActivityAdvice() {}

    static String fold() {
        return new Fold("What \"last activity\" says, and what it does not", text()).render();
    }

    /** The same as paragraphs and a list of markdown. */
    public static String text() {
        return """
            It counts: a completion shown in an editor; chat in an editor, on GitHub, on a telephone or in the command \
            line; a pull request summary; making or changing a knowledge base.

            It does not say how much, and it is not proof of absence: GitHub reports it up to 24 hours late, forgets it \
            after 90 days (Flightlog keeps it), and does not see editors whose telemetry is off. A sign-in without \
            activity means: used without telemetry, or opened and not used.

            If it looks wrong, switch telemetry on:
            - %s
            - %s
            - %s
            """.formatted(VS_CODE, OTHERS, NETWORK);
    }

    /** What to do in the editor that was last seen; in all of them where none was. */
    public static String forEditor(@Nullable String editor) {
        if (editor == null) {
            return VS_CODE + "; other editors below";
        }
        return editor.toLowerCase(Locale.ROOT).startsWith("vscode") ? VS_CODE : OTHERS;
    }
}
