package dev.flightlog.fake.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.fake.model.ReportFiles;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InventedOrganizationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

    private final InventedOrganization invented = invent();

    private static InventedOrganization invent() {
        World world = new World(InstantSource.fixed(Instant.parse("2026-11-18T08:00:00Z")));
        return InventedOrganization.create(world, "acme", 42, 60, 9, 10).parts(3);
    }

    private static List<JsonNode> rows(InventedOrganization of, ReportKind kind, LocalDate day) throws IOException {
        ReportFiles files = of.day(kind, day, TODAY).orElseThrow();
        List<JsonNode> rows = new ArrayList<>();
        for (int part = 0; part < files.parts(); part++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writer().write(part, out);
            for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }

    @Test
    void isAlwaysTheSame() throws IOException {
        for (ReportKind kind : ReportKind.values()) {
            assertThat(rows(invent(), kind, MONDAY)).isEqualTo(rows(invented, kind, MONDAY));
        }
    }

    @Test
    void rowsGiveTheExpectedFigures() throws IOException {
        Set<Long> active = new HashSet<>();
        Set<Long> agents = new HashSet<>();
        long generations = 0;
        BigDecimal credits = BigDecimal.ZERO;
        for (int i = 0; i < 7; i++) {
            for (JsonNode row : rows(invented, ReportKind.USERS_1_DAY, MONDAY.plusDays(i))) {
                credits = credits.add(row.path("ai_credits_used").decimalValue());
                if (isActive(row)) {
                    active.add(row.path("user_id").asLong());
                }
                if (row.path("used_agent").asBoolean()) {
                    agents.add(row.path("user_id").asLong());
                }
                for (JsonNode feature : row.path("totals_by_feature")) {
                    if (feature.path("feature").asText().equals("code_completion")) {
                        generations +=
                                feature.path("code_generation_activity_count").asLong();
                    }
                }
            }
        }
        ExpectedFigures.Figures week = invented.expected().week(MONDAY, TODAY);
        assertThat(week.activeUsers()).isEqualTo(active.size()).isPositive();
        assertThat(week.agentUsers()).isEqualTo(agents.size()).isPositive();
        assertThat(week.generations()).isEqualTo(generations).isPositive();
        assertThat(week.aiCredits()).isEqualByComparingTo(credits);
        assertThat(week.seated()).isLessThan(60);
    }

    private static boolean isActive(JsonNode row) {
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            boolean counted =
                    field.getKey().endsWith("_count") || field.getKey().endsWith("_sum");
            if ((counted && field.getValue().asLong() > 0)
                    || (field.getKey().startsWith("used_") && field.getValue().asBoolean())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void breakdownsAddUpToTheRow() throws IOException {
        for (JsonNode row : rows(invented, ReportKind.USERS_1_DAY, MONDAY)) {
            for (String array : List.of("totals_by_ide", "totals_by_feature", "totals_by_language_feature")) {
                long sum = 0;
                for (JsonNode each : row.path(array)) {
                    sum += each.path("code_generation_activity_count").asLong();
                }
                assertThat(sum)
                        .as(array)
                        .isEqualTo(row.path("code_generation_activity_count").asLong());
            }
        }
    }

    @Test
    void organizationRowsAreSumsOfUserRows() throws IOException {
        JsonNode organization =
                rows(invented, ReportKind.ORGANIZATION_1_DAY, MONDAY).getFirst();
        List<JsonNode> users = rows(invented, ReportKind.USERS_1_DAY, MONDAY);

        assertThat(organization.path("code_generation_activity_count").asLong())
                .isEqualTo(users.stream()
                        .mapToLong(row ->
                                row.path("code_generation_activity_count").asLong())
                        .sum());
        assertThat(organization.path("daily_active_users").asLong())
                .isEqualTo(users.stream()
                        .filter(InventedOrganizationTest::isActive)
                        .count());
        JsonNode month = rows(invented, ReportKind.ORGANIZATION_28_DAY, MONDAY.plusDays(6))
                .getFirst();
        assertThat(month.path("day_totals")).hasSize(28);
    }

    @Test
    void hidesTeamsWithFewerThanFiveSeats() throws IOException {
        Map<String, Integer> sizes = new HashMap<>();
        rows(invented, ReportKind.USER_TEAMS_1_DAY, MONDAY)
                .forEach(row -> sizes.merge(row.path("slug").asText(), 1, Integer::sum));

        assertThat(sizes.values()).allMatch(size -> size >= 5);
        assertThat(sizes.keySet())
                .isEqualTo(invented.expected().teams(MONDAY, TODAY).keySet());
        assertThat(sizes).doesNotContainKeys("design", "on-call", "copilot-admins");
        assertThat(invented.expected().hiddenTeams()).isEqualTo(9 - sizes.size());
    }

    @Test
    void publishesADayTwoOrThreeDaysLater() {
        assertThat(invented.published(TODAY.minusDays(1), TODAY)).isFalse();
        assertThat(invented.published(TODAY.minusDays(3), TODAY)).isTrue();
        assertThat(invented.published(invented.firstDay().minusDays(1), TODAY)).isFalse();
        assertThat(invented.latest(TODAY).orElseThrow()).isAfterOrEqualTo(TODAY.minusDays(3));
    }

    @Test
    void restatesADay() throws IOException {
        List<JsonNode> before = rows(invented, ReportKind.USERS_1_DAY, MONDAY);
        invented.restate(MONDAY);
        assertThat(rows(invented, ReportKind.USERS_1_DAY, MONDAY))
                .hasSameSizeAs(before)
                .isNotEqualTo(before);
        assertThat(rows(invented, ReportKind.USERS_1_DAY, MONDAY.plusDays(1)))
                .isEqualTo(rows(invent(), ReportKind.USERS_1_DAY, MONDAY.plusDays(1)));
    }
}
