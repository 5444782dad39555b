package dev.flightlog.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.markdown.Limit;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What GitHub's parser makes of a body: asserts that it is what a post may be. */
public final class Rendered extends AbstractVisitor {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private final List<List<Integer>> tables = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int charts;

    private Rendered() {}

    public static Rendered of(String body) {
        assertThat(body.length()).isLessThanOrEqualTo(Limit.BODY);
        var rendered = new Rendered();
        Parser.builder().extensions(TABLES).build().parse(body).accept(rendered);
        rendered.check(body);
        return rendered;
    }

    private void check(String body) {
        assertThat(tables)
                .allSatisfy(rows -> assertThat(rows).as("columns of every row").containsOnly(rows.getFirst()));
        long tableLines = body.lines().filter(line -> line.startsWith("|")).count();
        long delimiters = tables.size();
        assertThat(tables.stream().mapToLong(List::size).sum())
                .as("every line that looks like a row is one")
                .isEqualTo(tableLines - delimiters);
        assertThat(body.split("<details>", -1)).hasSameSizeAs(body.split("</details>", -1));
        assertThat(charts).isLessThanOrEqualTo(1);
        assertThat(text.toString()).doesNotContainPattern("@[A-Za-z0-9]").doesNotContainPattern("(^|\\s)#\\d");
    }

    /** The text that a reader sees. */
    String text() {
        return text.toString();
    }

    /** How many rows each table has, its head included. */
    public List<Integer> rows() {
        return tables.stream().map(List::size).toList();
    }

    @Override
    public void visit(HtmlBlock html) {
        for (String line : html.getLiteral().lines().toList()) {
            assertThat(line)
                    .matches("<details>|</details>|<summary>[^<]*</summary>|<!-- flightlog:[a-z]+ [A-Za-z0-9-]+ -->.*");
            text.append(line.replaceAll("<[^>]*>", "")).append('\n');
        }
    }

    @Override
    public void visit(HtmlInline html) {
        throw new AssertionError("markup in a line: " + html.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        assertThat(code.getInfo()).isEqualTo("mermaid");
        charts++;
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral()).append('\n');
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            tables.add(new ArrayList<>());
        }
        visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            tables.getLast().add(cells(node));
        }
        visitChildren(node);
    }

    private static int cells(Node row) {
        int cells = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells++;
        }
        return cells;
    }
}
