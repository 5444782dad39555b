package dev.flightlog.app;

import dev.flightlog.erasure.PersonalData;
import dev.flightlog.erasure.StoredPerson;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The person that an operator names to {@code export} or {@code forget}: never more than one. */
final class PersonArgument {
    private static final int WRONG_USE = 64; // EX_USAGE of sysexits.h

    private PersonArgument() {}

    /** Runs the work for the one person of that name or number, who may be in several organizations. Exit status. */
    static int resolve(
            PersonalData data, String command, @Nullable String word, ToIntFunction<List<StoredPerson>> work) {
        if (word == null || word.isBlank()) {
            System.err.println("flightlog: " + command + " needs a person: the login, or GitHub's id of the person");
            return WRONG_USE;
        }
        String person = word.startsWith("@") ? word.substring(1) : word;
        List<StoredPerson> found = data.find(person);
        if (found.isEmpty()) {
            System.err.println("flightlog: nothing is stored about " + person);
            return 1;
        }
        if (found.stream().map(StoredPerson::id).distinct().count() > 1) {
            System.err.println("flightlog: several people were called " + person + "; say which one by id: "
                    + found.stream().map(PersonArgument::name).collect(Collectors.joining(", ")));
            return WRONG_USE;
        }
        return work.applyAsInt(found);
    }

    static String name(StoredPerson person) {
        return person.login() + " (" + person.id() + ") in " + person.organization();
    }
}
