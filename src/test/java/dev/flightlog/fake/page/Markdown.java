package dev.flightlog.fake.page;

import dev.flightlog.fake.model.World;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Draws Markdown as GitHub does: tables, task lists, folds, mentions of real people, no foreign HTML. */
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), TaskListItemsExtension.create(), AutolinkExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer;

    Markdown(World world) {
        renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .sanitizeUrls(true)
                .softbreak("<br>\n")
                .nodeRendererFactory(context -> new GitHubNodes(context, world))
                .build();
    }

    String html(String markdown) {
        return "<div class=\"markdown\">"
                + renderer.render(parser.parse(markdown))
                        .replace("<table>", "<div class=\"scroll\"><table>")
                        .replace("</table>", "</table></div>")
                + "</div>";
    }
}
