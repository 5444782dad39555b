package dev.flightlog.app;

import static dev.flightlog.ingest.load.UsageDatabase.DAY;
import static dev.flightlog.ingest.load.UsageDatabase.ORG;
import static dev.flightlog.ingest.load.UsageDatabase.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema as analysts and operators find it. */
class SchemaTest {
    private static UsageDatabase usage;

    @BeforeAll
    static void start() throws IOException {
        usage = new UsageDatabase();
        usage.database.update("""
            insert into organization (org_id, login, installation_id, state, state_since, installed_at)
            values (?, 'acme', 1, 'active', now(), now())
            """, ORG);
        usage.load(ReportKind.USERS_28_DAY, DAY, sample(ReportKind.USERS_28_DAY));
        usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, sample(ReportKind.USER_TEAMS_1_DAY));
    }

    @AfterAll
    static void stop() {
        usage.close();
    }

    @Test
    void everyTableViewAndColumnOfUsageIsExplained() {
        assertThat(usage.rows("""
            select relation.relname as name, coalesce(attribute.attname, '') as column
              from pg_class relation
              join pg_namespace on pg_namespace.oid = relation.relnamespace
              left join pg_attribute attribute
                on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
             where relation.relkind in ('r', 'p', 'v') and not relation.relispartition
               and (nspname = 'flightlog'
                    or (nspname = 'public' and relation.relname ~ '^(usage|report|deployment)'))
               and (obj_description(relation.oid, 'pg_class') is null
                    or col_description(relation.oid, attribute.attnum) is null)
            """)).isEmpty();
    }

    @Test
    void everyTableHasTheOrganizationFirstInItsKeyButThoseOfTheServerAsAWhole() {
        assertThat(usage.rows("""
            select relation.relname as name
              from pg_class relation
              left join pg_index key on key.indrelid = relation.oid and key.indisprimary
              left join pg_attribute first
                on first.attrelid = relation.oid and first.attnum = key.indkey[0]
             where relation.relkind in ('r', 'p') and not relation.relispartition
               and relation.relnamespace = 'public'::regnamespace
               and relation.relname not in (
                   'scheduled_tasks', 'dead_job', 'delivery', 'delivery_sweep', 'redelivery', 'deployment'
                 , 'session', 'flyway_schema_history')
               and first.attname is distinct from 'org_id'
            """)).isEmpty();
    }

    @Test
    void theViewsOfAnalystsAnswer() {
        assertThat(usage.rows("select org, login, day, generations from flightlog.user_days order by day, login"))
                .containsExactly(
                        "acme ada-acme 2026-11-15 41", "acme ada-acme 2026-11-16 41", "acme bo-acme 2026-11-16 41");
        assertThat(usage.rows("select org, team_id, day, active_people from flightlog.team_days order by team_id"))
                .containsExactly("acme 42 2026-11-16 2", "acme 43 2026-11-16 1");
        assertThat(usage.rows("select org, day, active_people from flightlog.org_days order by day"))
                .containsExactly("acme 2026-11-15 1", "acme 2026-11-16 2");
        assertThat(usage.rows("select kind, outcome, rows from flightlog.reports order by kind"))
                .containsExactly("user-teams-1-day imported 4", "users-28-day imported 3");
    }

    @Test
    void theViewsOfSeatsAndBillsAnswer() {
        usage.database.update("""
            insert into seat (org_id, person_id, login, plan_type, created_at, first_seen_at, last_seen_at)
            values (?, 7, 'ada-acme', 'business', now(), now(), now())
            """, ORG);
        usage.database.update(
                "insert into seat_change values (?, now(), 7, 'plan_changed', 'unknown', 'business')", ORG);
        usage.database.update("""
            insert into seat_day (org_id, day, seats, business_seats, enterprise_seats, direct_seats, breakdown_total)
            values (?, '2026-11-16', 1, 1, 0, 1, 2)
            """, ORG);
        usage.database.update("insert into usage_phase_day values (?, '2026-11-16', 2, 'Agent first', 4, 9)", ORG);
        usage.database.update("insert into billing_month values (?, '2026-11-01', 500, 5, 100, 1, now())", ORG);
        usage.database.update("insert into billing_month_model values (?, '2026-11-01', 'GPT', 500, 5)", ORG);

        assertThat(usage.rows("select org, login, plan_type from flightlog.seats"))
                .containsExactly("acme ada-acme business");
        assertThat(usage.rows("select org, login, change, before, after from flightlog.seat_changes"))
                .containsExactly("acme ada-acme plan_changed unknown business");
        assertThat(usage.rows("select org, day, seats, breakdown_total from flightlog.seat_days"))
                .containsExactly("acme 2026-11-16 1 2");
        assertThat(usage.rows("select org, day, phase, engaged_users, users_28d from flightlog.phase_days"))
                .containsExactly("acme 2026-11-16 Agent first 4 9");
        assertThat(usage.rows("select org, month, gross_credits, net_usd from flightlog.billing_months"))
                .containsExactly("acme 2026-11-01 500.0000 1.0000");
        assertThat(usage.rows("select org, model, gross_usd from flightlog.billing_month_models"))
                .containsExactly("acme GPT 5.0000");
    }

    @Test
    void importedUserReportsLinkToOurOwnArchive() {
        usage.bean(PublicAddressStore.class).remember("https://flightlog.acme.example");

        assertThat(usage.rows("""
            select org, report_start_day, report_end_day, download_links[1] as link
              from flightlog.org_copilot_user_usage_metrics
            """))
                .containsExactly("acme 2026-10-20 2026-11-16"
                        + " https://flightlog.acme.example/api/orgs/acme/reports/users-28-day/2026-11-16/parts/1");
    }
}
