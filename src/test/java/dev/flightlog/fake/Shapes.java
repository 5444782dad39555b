package dev.flightlog.fake;

import dev.flightlog.fake.model.Person;

/** How everything is written as JSON. */
record Shapes(
        AccountShapes accounts,
        AppShapes apps,
        RepositoryShapes repositories,
        IssueShapes issues,
        PullShapes pulls,
        CheckShapes checks,
        DiscussionShapes discussions) {

    static Shapes of(Urls urls, FakeApp app, Person owner, Person bot) {
        AccountShapes accounts = new AccountShapes(urls);
        AppShapes apps = new AppShapes(app, owner, bot, urls, accounts);
        RepositoryShapes repositories = new RepositoryShapes(urls, accounts);
        IssueShapes issues = new IssueShapes(urls, accounts, apps);
        return new Shapes(
                accounts,
                apps,
                repositories,
                issues,
                new PullShapes(urls, accounts, repositories, issues),
                new CheckShapes(urls, apps),
                new DiscussionShapes(urls, accounts));
    }
}
