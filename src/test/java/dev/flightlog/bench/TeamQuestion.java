package dev.flightlog.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Asks about one team over 12 weeks, as a team lead does: weeks, days, and languages, editors, models and features. */
final class TeamQuestion {
    private static final int QUESTIONS = 400;
    private static final int DAYS = 84;

    private static final List<String> QUERIES = List.of(
            "select * from usage_week where org_id = ? and team_id = ? and week between ? and ? order by week",
            "select * from usage_day where org_id = ? and team_id = ? and day between ? and ? order by day",
            """
            select dimension, value, sum(generations), sum(acceptances), sum(loc_added)
              from usage_breakdown_day
             where org_id = ? and team_id = ? and day between ? and ?
             group by dimension, value
            """);

    private TeamQuestion() {}

    /** 95th percentile in milliseconds, after the 28 days that were loaded were made into 84. */
    static double percentile95(String databaseUrl, int teams, LocalDate lastDay) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            makeTwelveWeeks(connection);
            List<Long> times = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(1);
            for (int question = 0; question < QUESTIONS; question++) {
                long start = System.nanoTime();
                for (String query : QUERIES) {
                    ask(connection, query, 1 + random.nextInt(teams), lastDay);
                }
                times.add(System.nanoTime() - start);
            }
            Collections.sort(times);
            return times.get(QUESTIONS * 95 / 100) / 1e6;
        }
    }

    private static void ask(Connection connection, String query, int team, LocalDate lastDay) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, 70001);
            statement.setLong(2, team);
            statement.setObject(3, lastDay.minusDays(DAYS - 1L));
            statement.setObject(4, lastDay);
            try (ResultSet results = statement.executeQuery()) {
                int rows = 0;
                while (results.next()) {
                    rows++;
                }
                if (rows == 0) {
                    throw new IllegalStateException("no answer for team " + team);
                }
            }
        }
    }

    private static void makeTwelveWeeks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("usage_day", "usage_breakdown", "usage_week")) {
                String day = table.equals("usage_week") ? "week" : "day";
                for (int days : List.of(28, 56)) {
                    statement.execute("create temp table shifted as select * from " + table);
                    statement.execute("update shifted set " + day + " = " + day + " - " + days);
                    statement.execute("insert into " + table + " select * from shifted on conflict do nothing");
                    statement.execute("drop table shifted");
                }
                statement.execute("analyze " + table);
            }
        }
    }
}
