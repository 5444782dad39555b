package dev.flightlog.api;

import dev.flightlog.cost.Costs;
import dev.flightlog.cost.SavingCells;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.SeatCsv;
import dev.flightlog.seat.SeatKnowledge;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatPart;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SeatsKnown;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seats, as GitHub lists them and as the policy sees them. */
@Controller("/api/orgs/{org}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "seats")
class SeatsController {
    private final OrganizationAccess doorkeeper;
    private final Policies policies;
    private final SeatRegister register;
    private final DirectoryStore directory;
    private final SeatKnowledge knowledge;
    private final Costs costs;
    private final ApiLinks urls;

    SeatsController(
            OrganizationAccess doorkeeper,
            Policies policies,
            SeatRegister register,
            DirectoryStore directory,
            SeatKnowledge knowledge,
            Costs costs,
            ApiLinks urls) {
        this.doorkeeper = doorkeeper;
        this.policies = policies;
        this.register = register;
        this.directory = directory;
        this.knowledge = knowledge;
        this.costs = costs;
        this.urls = urls;
    }

    /**
     * Lists seats; 403 where people are not named, because a row is a person with or without a name.
     *
     * @param state one state, or several joined by commas; all without it. {@code idle} gives all idle seats, those never
     *     used too
     * @param sort last_activity_at (the last known activity), login or created_at
     * @param direction asc or desc; desc without it, and asc for login
     * @param page from 1
     * @param perPage at most 100
     */
    @Get("/seats")
    HttpResponse<SeatList> seats(
            Authentication caller,
            HttpRequest<?> request,
            String org,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String direction,
            @Nullable @QueryValue String page,
            @Nullable @QueryValue("per_page") String perPage) {
        Organization organization = doorkeeper.organization(caller, org);
        Page asked = Page.of(page, perPage);
        doorkeeper.requireNames(caller, organization);
        SeatsKnown known = known(organization);
        SeatPart part = register.list(
                organization.id(),
                rules(organization),
                states(state),
                order(sort, direction),
                asked.offset(),
                asked.size());
        SeatList list = new SeatList(
                part.total(),
                known instanceof SeatsKnown.AsOf(LocalDate asOf) ? asOf : null,
                part.seats().stream().map(SeatAnswer::of).toList());
        return asked.link(HttpResponse.ok(list), urls.of(request), part.total());
    }

    /** One person's seat. */
    @Get("/seats/{login}")
    SeatAnswer seat(Authentication caller, String org, String login) {
        Reader reader = doorkeeper.reader(caller, org);
        Organization organization = reader.organization();
        requireMayAskAbout(caller, reader, login);
        known(organization);
        return find(organization, login).map(SeatAnswer::of).orElseThrow(() -> noSeat(login));
    }

    /** As the command finds it: by the person's id, because the listing may still have the login from before a rename. */
    private Optional<DecidedSeat> find(Organization organization, String login) {
        SeatRules rules = rules(organization);
        Person person = directory.personByLogin(organization.id(), login);
        return person == null
                ? register.byLogin(organization.id(), rules, login)
                : register.byPerson(organization.id(), rules, person.id());
    }

    /**
     * All seats as CSV: GitHub's five columns of its activity report first, then ours. {@code report_time} is when GitHub
     * listed the seats. 403 where people are not named.
     */
    @Get("/seats.csv")
    @Produces("text/csv")
    @Operation
    @ApiResponse(
            responseCode = "200",
            description = "One line a seat, in the order of people's ids",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    StreamedFile csv(Authentication caller, String org) {
        Organization organization = doorkeeper.organization(caller, org);
        known(organization);
        SeatRules rules = rules(organization);
        doorkeeper.requireNames(caller, organization);
        SeatCsv csv = new SeatCsv(
                knowledge.readAt(organization.id()),
                new SavingCells(
                        costs.of(organization.id(), rules, costs.currentMonth()).poolUse(), rules));
        return new StreamedFile(
                        SeatCsvStream.of(csv, byId(organization, rules)), MediaType.of("text/csv; charset=utf-8"))
                .attach("seats.csv");
    }

    /** @throws ProblemException 503 while seats were never read: an empty list would say that there are none */
    private SeatsKnown known(Organization organization) {
        SeatsKnown known = knowledge.now(organization.id());
        if (known instanceof SeatsKnown.NeverRead(String cause)) {
            throw ProblemException.unavailable("seats could not be read: " + cause);
        }
        return known;
    }

    /** To a member nobody else holds a seat, whether they do or not. Everybody may ask about themselves. */
    private void requireMayAskAbout(Authentication caller, Reader reader, String login) {
        switch (reader) {
            case Reader.OfEverything(Organization organization) -> doorkeeper.requireNames(caller, organization);
            case Reader.Member member -> {
                if (!doorkeeper.isSelf(member, login)) {
                    throw noSeat(login);
                }
            }
        }
    }

    private static ProblemException noSeat(String login) {
        return ProblemException.notFound(login + " holds no seat");
    }

    private SeatCsvStream.Batches byId(Organization organization, SeatRules rules) {
        return (last, limit) -> register.after(organization.id(), rules, last, limit);
    }

    private SeatRules rules(Organization organization) {
        return policies.inForce(organization.id()).policy().seats();
    }

    private static Set<SeatState> states(@Nullable String words) {
        return words == null
                ? Set.of()
                : Arrays.stream(words.split(",", -1))
                        .map(word -> constant("state", SeatState.class, word))
                        .flatMap(state -> state == SeatState.IDLE ? SeatState.IDLE_SPEND.stream() : Stream.of(state))
                        .collect(Collectors.toSet());
    }

    private static SeatOrder order(@Nullable String sort, @Nullable String direction) {
        SeatOrder.By by = sort == null ? SeatOrder.By.LAST_ACTIVITY_AT : constant("sort", SeatOrder.By.class, sort);
        return switch (direction) {
            case null -> new SeatOrder(by, by == SeatOrder.By.LOGIN, true);
            case "asc" -> new SeatOrder(by, true, true);
            case "desc" -> new SeatOrder(by, false, true);
            default -> throw ProblemException.badRequest("direction must be asc or desc");
        };
    }

    private static <E extends Enum<E>> E constant(String name, Class<E> type, String word) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(name + " must be one of "
                        + Arrays.stream(constants)
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
