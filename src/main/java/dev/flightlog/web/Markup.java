package dev.flightlog.web;

import dev.flightlog.command.PageRights;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes HTML of the sentences that posts and pages share, so that each is worded once. Raw HTML in them is escaped, and an
 * address other than http or https is dropped.
 */
public final class Markup {
    private static final Parser PARSER = Parser.builder().build();

    /** Which page answers what a command answers. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("seats", "/seats"),
            Map.entry("cost", "/cost"),
            Map.entry("status", "/status"),
            Map.entry("teams", "/teams"),
            Map.entry("me", "/me"),
            Map.entry("policy", "/policy"),
            Map.entry("summary", ""),
            Map.entry("review", "/reviews"),
            Map.entry("approve", "/reviews"),
            Map.entry("undo", "/reviews"),
            Map.entry("grant", "/reviews"),
            Map.entry("decline", "/reviews"),
            Map.entry("keep", "/me"),
            Map.entry("request", "/me"));

    private Markup() {}

    /** A sentence or a list. Commands in it lead to the page that shows the same, where the visitor may open it. */
    public static Content of(String markdown, Visit visit) {
        return html(markdown, renderer(visit));
    }

    /** As {@link #of}, for one paragraph inside another element. */
    public static Content inline(String markdown, Visit visit) {
        return html(markdown, renderer(visit).omitSingleParagraphP(true));
    }

    /** As {@link #inline}, on a page of no one organization: nothing in it leads anywhere. */
    static Content inline(String markdown) {
        return html(markdown, safe().omitSingleParagraphP(true));
    }

    private static HtmlRenderer.Builder renderer(Visit visit) {
        return safe().nodeRendererFactory(context -> new Commands(context, visit));
    }

    private static HtmlRenderer.Builder safe() {
        return HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true);
    }

    private static Content html(String markdown, HtmlRenderer.Builder renderer) {
        String html = renderer.build().render(PARSER.parse(markdown)).strip();
        return output -> output.writeContent(html);
    }

    /** Renders code, and commands as links to their page. */
    private record Commands(HtmlNodeRendererContext context, Visit visit) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Code.class);
        }

        @Override
        public void render(Node node) {
            String literal = ((Code) node).getLiteral();
            page(literal)
                    .filter(_ -> mayOpen(literal))
                    .ifPresentOrElse(page -> link(page, literal), () -> code(literal));
        }

        /** By the rights of the command without its prefix. */
        private boolean mayOpen(String literal) {
            String command = literal.substring(literal.indexOf(' ') + 1);
            return PageRights.of(command, visit.role(), false, visit.mayName()) == PageRights.GRANTED;
        }

        private void link(String page, String literal) {
            context.getWriter().tag("a", Map.of("href", visit.path(page)));
            code(literal);
            context.getWriter().tag("/a");
        }

        private void code(String literal) {
            context.getWriter().tag("code");
            context.getWriter().text(literal);
            context.getWriter().tag("/code");
        }

        private static Optional<String> page(String literal) {
            String[] words = literal.split(" ");
            if (!literal.startsWith("/") || words.length < 2) {
                return Optional.empty();
            }
            if (words[1].equals("team") && words.length > 2) {
                return Optional.of("/teams/" + Query.segment(words[2]));
            }
            if (words[1].equals("seats") && words.length > 2 && words[2].matches("[a-z_]+")) {
                return Optional.of("/seats?state=" + words[2]);
            }
            return Optional.ofNullable(PAGES.get(words[1]));
        }
    }
}
