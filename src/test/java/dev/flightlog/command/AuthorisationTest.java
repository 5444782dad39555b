package dev.flightlog.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.command.Decision.Granted;
import dev.flightlog.command.Decision.Misunderstood;
import dev.flightlog.command.Decision.NotAMember;
import dev.flightlog.command.Decision.Refusal;
import dev.flightlog.command.Decision.Refused;
import dev.flightlog.command.parse.CommandParser;
import dev.flightlog.governance.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorisationTest {
    @ParameterizedTest
    @ValueSource(strings = {"help", "me", "team payments", "team ghosts", "user ada", "nonsense", "status"})
    void anOutsiderIsToldNothingWhateverIsAsked(String line) {
        assertThat(decide(line, Role.OUTSIDER, false)).isEqualTo(new NotAMember());
        assertThat(decide(line, Role.OUTSIDER, true)).isEqualTo(new NotAMember());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "summary", "me", "policy", "team"})
    void membersMayAskForWhatIsForAll(String line) {
        assertThat(decide(line, Role.MEMBER, false)).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"teams", "user ada", "seats", "cost", "csv teams", "refresh", "audit", "status"})
    void theRestIsForAdmins(String line) {
        assertThat(refusal(decide(line, Role.MEMBER, true))).isEqualTo(Refusal.ADMINS_ONLY);
        assertThat(decide(line, Role.ADMIN, false)).isInstanceOf(Granted.class);
    }

    @Test
    void aTeamIsForItsMembersAndAdmins() {
        assertThat(decide("team payments", Role.MEMBER, true)).isInstanceOf(Granted.class);
        assertThat(refusal(decide("team payments", Role.MEMBER, false))).isEqualTo(Refusal.OTHER_TEAM);
        assertThat(decide("team payments", Role.ADMIN, false)).isInstanceOf(Granted.class);
    }

    @Test
    void aRefusalIsTheSameWhateverTeamOrPersonWasAskedAbout() {
        assertThat(decide("team payments", Role.MEMBER, false)).isEqualTo(decide("team ghosts", Role.MEMBER, false));
        assertThat(decide("user ada", Role.MEMBER, false)).isEqualTo(decide("user nobody", Role.MEMBER, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user ada", "csv", "audit ada"})
    void whereNobodyMayBeNamedAnswersAboutPeopleAreRefused(String line) {
        assertThat(refusal(Authorisation.decide(CommandParser.line(line), Role.ADMIN, false, false)))
                .isEqualTo(Refusal.NAMES_HIDDEN);
    }

    @Test
    void membershipIsOnlyLookedUpWhereItDecides() {
        assertThat(Authorisation.needsTeam(CommandParser.line("team payments"), Role.MEMBER))
                .isTrue();
        assertThat(Authorisation.needsTeam(CommandParser.line("team payments"), Role.ADMIN))
                .isFalse();
        assertThat(Authorisation.needsTeam(CommandParser.line("team"), Role.MEMBER))
                .isFalse();
        assertThat(Authorisation.needsTeam(CommandParser.line("team payments"), Role.OUTSIDER))
                .isFalse();
    }

    @Test
    void aMembersTypingErrorIsToldToMembersOnly() {
        assertThat(decide("sumary", Role.MEMBER, false)).isInstanceOf(Misunderstood.class);
        assertThat(decide("sumary", Role.OUTSIDER, false)).isEqualTo(new NotAMember());
    }

    private static Decision decide(String line, Role role, boolean inTeam) {
        return Authorisation.decide(CommandParser.line(line), role, inTeam, true);
    }

    private static Refusal refusal(Decision decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused) decision).refusal();
    }
}
