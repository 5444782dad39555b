package dev.flightlog.web.usage;

import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.RepositoryUsage;
import dev.flightlog.usage.UsageSeriesStore;
import dev.flightlog.web.Column;
import dev.flightlog.web.Figure;
import dev.flightlog.web.Pager;
import dev.flightlog.web.Period;
import dev.flightlog.web.PeriodBar;
import dev.flightlog.web.Query;
import dev.flightlog.web.Visit;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The page of repositories. */
@Singleton
class RepositoriesPages {
    private static final double MINUTES_OF_HOUR = 60;

    private final UsageSeriesStore usage;
    private final String github;

    RepositoriesPages(UsageSeriesStore usage, GitHubConfiguration github) {
        this.usage = usage;
        this.github = github.webUrl().toString();
    }

    RepositoriesPage page(Visit visit, Period period, String sort, int page) {
        List<RepositoryUsage> all = usage.repositories(visit.org(), period.first(), period.last());
        Sort by = Sort.of(sort);
        Query query =
                period.into(Query.of(visit.path("/repositories"))).with("sort", by == Sort.CREATED ? "" : by.key());
        Pager pager = Pager.of(page, all.size(), query);
        return new RepositoriesPage(
                PeriodBar.of(
                        period, Query.of(visit.path("/repositories")).with("sort", by == Sort.CREATED ? "" : by.key())),
                figures(all),
                columns(by, query),
                pager.of(all.stream().sorted(by.order).toList()).stream()
                        .map(this::row)
                        .toList(),
                pager);
    }

    private static List<Figure> figures(List<RepositoryUsage> all) {
        int created = sum(all, RepositoryUsage::created);
        int reviewed = sum(all, RepositoryUsage::reviewed);
        int merged = sum(all, RepositoryUsage::merged);
        return List.of(
                Figure.of("Repositories", Numbers.count(all.size()), "with pull requests in this time"),
                Figure.of(
                        "Created", Numbers.count(created), share(sum(all, RepositoryUsage::createdByCopilot), created)),
                Figure.of(
                        "Reviewed",
                        Numbers.count(reviewed),
                        share(sum(all, RepositoryUsage::reviewedByCopilot), reviewed)),
                Figure.of(
                        "Merged",
                        Numbers.count(merged),
                        Numbers.count(sum(all, RepositoryUsage::mergedCreatedByCopilot)) + " written, "
                                + Numbers.count(sum(all, RepositoryUsage::mergedReviewedByCopilot))
                                + " reviewed by Copilot"));
    }

    private static String share(int byCopilot, int all) {
        return Numbers.count(byCopilot) + " by Copilot"
                + (all == 0 ? "" : " (" + Numbers.percent(byCopilot, all) + ")");
    }

    private static int sum(List<RepositoryUsage> all, ToIntFunction<RepositoryUsage> value) {
        return all.stream().mapToInt(value).sum();
    }

    private static List<Column> columns(Sort by, Query query) {
        return Arrays.stream(Sort.values())
                .map(sort -> Column.sorting(
                        sort.words,
                        sort != Sort.NAME,
                        sort.key(),
                        by.key(),
                        sort == Sort.NAME ? "ascending" : "descending",
                        query))
                .toList();
    }

    private RepositoriesPage.Row row(RepositoryUsage of) {
        return new RepositoriesPage.Row(
                of.name(),
                github + "/" + of.name() + "/pulls",
                of.visibility().toLowerCase(Locale.ROOT),
                List.of(
                        Numbers.count(of.created()),
                        Numbers.count(of.createdByCopilot()),
                        Numbers.count(of.reviewed()),
                        Numbers.count(of.reviewedByCopilot()),
                        Numbers.count(of.merged()),
                        Numbers.count(of.mergedCreatedByCopilot()),
                        hours(of.minutesToMerge())));
    }

    private static String hours(@Nullable Double minutes) {
        return minutes == null ? Numbers.NONE : Numbers.tenths(minutes / MINUTES_OF_HOUR) + " h";
    }

    /** In which order; each is a column. */
    private enum Sort {
        NAME("Repository", Comparator.comparing(RepositoryUsage::name)),
        CREATED("Created", most(RepositoryUsage::created)),
        CREATED_BY_COPILOT("by Copilot", most(RepositoryUsage::createdByCopilot)),
        REVIEWED("Reviewed", most(RepositoryUsage::reviewed)),
        REVIEWED_BY_COPILOT("by Copilot", most(RepositoryUsage::reviewedByCopilot)),
        MERGED("Merged", most(RepositoryUsage::merged)),
        MERGED_BY_COPILOT("written by Copilot", most(RepositoryUsage::mergedCreatedByCopilot)),
        TIME(
                "Time to merge",
                Comparator.comparing(RepositoryUsage::minutesToMerge, Comparator.nullsLast(Comparator.reverseOrder())));

        private final String words;
        private final Comparator<RepositoryUsage> order;

        Sort(String words, Comparator<RepositoryUsage> order) {
            this.words = words;
            this.order = order.thenComparing(RepositoryUsage::name);
        }

        private static Comparator<RepositoryUsage> most(ToIntFunction<RepositoryUsage> value) {
            return Comparator.comparingInt(value).reversed();
        }

        static Sort of(String word) {
            return Arrays.stream(values())
                    .filter(sort -> sort.key().equals(word))
                    .findFirst()
                    .orElse(CREATED);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
