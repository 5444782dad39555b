package dev.flightlog.seat;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The editor of the seat listing, in the words of GitHub's activity report: "VS Code 1.139.1". Pure. */
public final class SurfaceName {
    private static final String NOTHING = "Unspecified";
    private static final Map<String, String> NAMES = Map.of(
            "vscode", "VS Code",
            "intellij", "IntelliJ",
            "jetbrains", "JetBrains",
            "visualstudio", "Visual Studio",
            "vim", "Vim",
            "neovim", "Neovim",
            "xcode", "Xcode",
            "eclipse", "Eclipse",
            "zed", "Zed");

    private SurfaceName() {}

    /** The editor of the usage reports, which name it without a version; a name that is not known stays as it is. */
    public static String editor(String key) {
        return NAMES.getOrDefault(key.toLowerCase(Locale.ROOT), key);
    }

    public static String of(@Nullable String editor) {
        if (editor == null || editor.isBlank()) {
            return NOTHING;
        }
        String[] parts = editor.split("/", 3);
        String name = NAMES.getOrDefault(parts[0].toLowerCase(Locale.ROOT), parts[0]);
        return parts.length == 1 ? name : name + " " + parts[1];
    }
}
