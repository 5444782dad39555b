package dev.flightlog.setup;

/** How far an installation is, as far as a stranger may know. */
public sealed interface InstallationState {
    /** Nothing is known of it, or nothing that strangers should know. */
    record Unknown() implements InstallationState {}

    /** Nothing is known of it, and this is why. */
    record Waits(String why) implements InstallationState {}

    /** The governance repository is there, and nothing needs a person. */
    record Ready() implements InstallationState {}

    /** There is no governance repository, or the App was not given it. */
    record Missing() implements InstallationState {}

    /** There is a repository of the right name, and an owner has to say that it is the one. */
    record Unconfirmed() implements InstallationState {}

    /**
     * GitHub refuses something, and a person must act.
     *
     * @param whatToDo sentences without any name
     */
    record Refused(String whatToDo) implements InstallationState {}

    /** In a few words, for the list of all. */
    default String inWords() {
        return switch (this) {
            case Unknown _ -> "waits for GitHub's message, or for the first reading";
            case Waits(String why) -> "is not known yet. " + why;
            case Ready _ -> "is well";
            case Missing _ -> "waits for the governance repository: make it, and give it to the App";
            case Unconfirmed _ -> "waits for an owner to confirm the governance repository";
            case Refused(String whatToDo) -> whatToDo;
        };
    }
}
