package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.World;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** The places where GitHub draws Markdown in its own way: HTML, mermaid, mentions. */
final class GitHubNodes implements NodeRenderer {
    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{Alnum}_/@.])@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))(?:/([A-Za-z0-9_-]+))?(?![\\p{Alnum}_])");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final World world;

    GitHubNodes(HtmlNodeRendererContext context, World world) {
        this.context = context;
        this.html = context.getWriter();
        this.world = world;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlBlock.class, HtmlInline.class, FencedCodeBlock.class, Text.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case HtmlBlock block -> html.raw(SafeHtml.clean(block.getLiteral()) + "\n");
            case HtmlInline inline -> html.raw(SafeHtml.clean(inline.getLiteral()));
            case FencedCodeBlock code -> code(code);
            case Text text -> text(text);
            default -> context.render(node);
        }
    }

    private void code(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        html.line();
        html.tag("pre", info.equals("mermaid") ? Map.of("class", "mermaid") : Map.of());
        if (info.equals("mermaid")) {
            html.text(code.getLiteral());
        } else {
            html.tag("code");
            html.text(code.getLiteral());
            html.tag("/code");
        }
        html.tag("/pre");
        html.line();
    }

    private void text(Text text) {
        if (inLink(text)) {
            html.text(text.getLiteral());
            return;
        }
        Matcher mention = MENTION.matcher(text.getLiteral());
        int at = 0;
        while (mention.find()) {
            html.text(text.getLiteral().substring(at, mention.start()));
            mention(mention);
            at = mention.end();
        }
        html.text(text.getLiteral().substring(at));
    }

    private static boolean inLink(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Link) {
                return true;
            }
        }
        return false;
    }

    private void mention(Matcher mention) {
        if (!real(mention)) {
            html.text(mention.group());
            return;
        }
        html.tag("a", new TreeMap<>(Map.of("class", "mention", "href", "/" + mention.group(1))));
        html.text(mention.group());
        html.tag("/a");
    }

    private boolean real(Matcher mention) {
        String team = mention.group(2);
        if (team == null) {
            return world.findPerson(mention.group(1))
                    .filter(person -> person.type() == Person.Type.USER)
                    .isPresent();
        }
        return world.findOrganization(mention.group(1))
                .flatMap(organization -> organization.findTeam(team))
                .isPresent();
    }
}
