package dev.flightlog.fake.report;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Invented names from many places, and the logins that such people choose. */
final class Names {
    private static final List<String> FIRST = List.of(
            "Ada", "Bo", "Çelik", "Dmitri", "Eun-ji", "Farah", "Gaël", "Hiro", "Inés", "Jörg", "Kwame", "Łucja",
            "Maëlle", "Ngozi", "Óscar", "Priya", "Quentin", "Rūta", "Søren", "Thandi", "Ünal", "Višnja", "Wanjiru",
            "Xiomara", "Yuki", "Žofie", "Aoife", "Björn", "Chidi", "Dagný", "Élise", "Freya", "Gökçe", "Håkon", "Ioana",
            "Jánoš");
    private static final List<String> LAST = List.of(
            "Lindqvist",
            "Nyström",
            "Okafor",
            "Pereira",
            "Kowalski",
            "Þórsdóttir",
            "Müller",
            "Haddad",
            "Tanaka",
            "Ferreira",
            "Van Dijk",
            "O’Brien",
            "Çetin",
            "Dvořák",
            "Grgić",
            "Hernández",
            "Ivanov",
            "Jørgensen",
            "Kaplan",
            "Larsson",
            "Mbeki",
            "Novák",
            "Østergaard",
            "Papadaki",
            "Quispe",
            "Rossi",
            "Šimić",
            "Takahashi",
            "Ueda",
            "Vargas");
    private static final List<String> WHOLE = List.of("李明", "Σοφία Παππά", "محمد الحسن", "김서연", "Ольга Смирнова");

    private Names() {}

    static String name(int index) {
        if (index % 13 == 7) {
            return WHOLE.get(index / 13 % WHOLE.size());
        }
        return first(index) + " " + LAST.get((index * 7 + index / FIRST.size()) % LAST.size());
    }

    private static String first(int index) {
        return FIRST.get(index % FIRST.size());
    }

    /** A login that GitHub would accept, different for each index. */
    static String login(int index) {
        String base = ascii(first(index));
        int round = index / FIRST.size();
        if (round == 0) {
            return base;
        }
        String family = ascii(LAST.get((index * 7 + round) % LAST.size()));
        return round < 3 ? base + "-" + family : base + "-" + family + "-" + round;
    }

    private static String ascii(String name) {
        String plain = name.replace("ø", "o")
                .replace("Ø", "O")
                .replace("Ł", "L")
                .replace("ł", "l")
                .replace("Þ", "Th");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }
}
