package dev.flightlog.usage;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Counts each person of a calendar month once, and adds up what each used in the latest. */
@Singleton
public class UsageMonthStore {
    private final Database database;

    UsageMonthStore(Database database) {
        this.database = database;
    }

    /** Counts the months again of which days have changed since they were counted, and forgets those without data. */
    public void refresh(long org) {
        database.update("""
            delete from usage_month where org_id = ? and not exists (
                select from usage_day
                where usage_day.org_id = usage_month.org_id and team_id = 0
                  and day between month and (month + interval '1 month - 1 day')::date)
            """, org);
        database.update("""
            update usage_person set credits_month = null, month_credits = null
            where org_id = ? and credits_month is not null and not exists (
                select from usage_month where usage_month.org_id = usage_person.org_id and month = credits_month)
            """, org);
        for (Changed month : changed(org)) {
            database.transact(() -> {
                count(org, month);
                addCredits(org, month);
            });
        }
    }

    private List<Changed> changed(long org) {
        return database.list("""
            select now.month, now.stamp
            from (
                select date_trunc('month', day)::date as month
                     , md5(string_agg(usage_day::text, ',' order by day)) as stamp
                from usage_day
                where org_id = ? and team_id = 0
                group by 1
            ) now
            left join usage_month known on known.org_id = ? and known.month = now.month
            where known.stamp is distinct from now.stamp
            """, row -> new Changed(row.date("month"), row.text("stamp")), org, org);
    }

    private void count(long org, Changed month) {
        LocalDate first = month.first();
        database.update("""
            insert into usage_month (org_id, month, days, active_people, agent_people, chat_people, cli_people, app_people
                                   , cloud_agent_people, stamp)
            select ?, ?, coalesce(max(days), 0)
                 , count(*) filter (where active)
                 , count(*) filter (where agent)
                 , count(*) filter (where chat)
                 , count(*) filter (where cli)
                 , count(*) filter (where app)
                 , count(*) filter (where cloud_agent)
                 , ?
            from (
                select bool_or(active) as active
                     , bool_or(used_agent) as agent
                     , bool_or(used_chat) as chat
                     , bool_or(used_cli) as cli
                     , bool_or(used_app) as app
                     , bool_or(used_cloud_agent) as cloud_agent
                     , (select count(*) from usage_day
                        where org_id = ? and team_id = 0 and day between ? and ?) as days
                from usage_user_day
                where org_id = ? and day between ? and ?
                group by person_id
            ) person
            on conflict (org_id, month) do update
            set days = excluded.days, active_people = excluded.active_people, agent_people = excluded.agent_people
              , chat_people = excluded.chat_people, cli_people = excluded.cli_people, app_people = excluded.app_people
              , cloud_agent_people = excluded.cloud_agent_people, stamp = excluded.stamp
            """, org, first, month.stamp(), org, first, month.last(), org, first, month.last());
    }

    /** Of the latest month only: that is what is asked for again and again. */
    private void addCredits(long org, Changed month) {
        LocalDate first = month.first();
        database.update("""
            update usage_person as known set credits_month = ?, month_credits = coalesce(used.credits, 0)
            from usage_person person
            left join (
                select person_id, sum(ai_credits) as credits from usage_user_day
                where org_id = ? and day between ? and ?
                group by person_id
            ) used on used.person_id = person.person_id
            where known.org_id = ? and person.org_id = known.org_id and person.person_id = known.person_id
              and (known.credits_month, known.month_credits) is distinct from (?, coalesce(used.credits, 0))
              and ? = (select date_trunc('month', max(day))::date from usage_day where org_id = ? and team_id = 0)
            """, first, org, first, month.last(), org, first, first, org);
    }

    private record Changed(LocalDate first, String stamp) {
        LocalDate last() {
            return first.plusMonths(1).minusDays(1);
        }
    }
}
