package dev.flightlog.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {
    private static final Parser GITHUB = Parser.builder()
            .extensions(List.of(TablesExtension.create(), addresses()))
            .build();
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9`])@[A-Za-z0-9]");
    private static final Pattern REFERENCE = Pattern.compile("#\\d|\\b[Gg][Hh]-\\d");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]@[A-Za-z0-9]");
    private static final Pattern EMOJI = Pattern.compile(":[A-Za-z0-9_+-]+:");

    @Property(tries = 3_000)
    void anyTextStaysInItsCell(@ForAll("hostile") String text) {
        Read read = Read.of(inTable(Cell.text(text)));

        assertThat(read.tables).isEqualTo(1);
        assertThat(read.cells).isEqualTo(6);
        assertThat(read.forbidden).isEmpty();
        assertThat(read.text.toString()).doesNotContainPattern(MENTION).doesNotContainPattern(REFERENCE);
        assertThat(read.text.toString()).doesNotContainPattern(EMOJI).doesNotContainPattern(MAIL);
    }

    @Property(tries = 1_000)
    void anyTextShowsAsItWasWritten(@ForAll("hostile") String text) {
        Read read = Read.of(inTable(Cell.text(text)));

        assertThat(read.cellText.get(4).replace("\u200B", "")).isEqualTo(PlainText.clean(text));
    }

    @Property(tries = 1_000)
    void anyCodeStaysInItsCellAsItWasWritten(@ForAll("hostile") String text) {
        Read read = Read.of(inTable(Cell.code(text)));

        assertThat(read.cells).isEqualTo(6);
        assertThat(read.forbidden).isEmpty();
        assertThat(read.code.toString()).isEqualTo(PlainText.clean(text));
    }

    @Property(tries = 1_000)
    void anyTextIsOneParagraph(@ForAll("hostile") String text) {
        String clean = PlainText.clean(text);
        Node document = GITHUB.parse("before\n\n" + Markdown.text(text) + "\n\nafter");

        Node second = document.getFirstChild().getNext();
        assertThat(second).isInstanceOf(Paragraph.class);
        assertThat(Read.of(Markdown.text(text)).text.toString().replace("\u200B", ""))
                .isEqualTo(clean);
        assertThat(Read.of(Markdown.text(text)).forbidden).isEmpty();
    }

    @Property(tries = 1_000)
    void shortenedTextIsNeverLongerThanAsked(@ForAll("hostile") String text) {
        String shortened = PlainText.shorten(PlainText.clean(text), 5);

        assertThat(shortened.codePointCount(0, shortened.length()))
                .isLessThanOrEqualTo(Math.max(5, PlainText.clean(text).length()));
        assertThat(shortened.length())
                .isLessThanOrEqualTo(Math.max(5, PlainText.clean(text).length()));
        assertThat(Read.of(inTable(Cell.text(text, 5))).cells).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "on-call § on-call",
                "data_platform § data_platform",
                "C# § C#",
                "C++ § C++",
                "gpt-5.1-codex (preview) § gpt-5.1-codex (preview)",
                "Zoë 李 § Zoë 李",
                "a|b @all § a\\|b @&#8203;all",
                "@acme/platform § @&#8203;acme/platform",
                "see #12 § see \\#&#8203;12",
                "acme/app#12 § acme/app#&#8203;12",
                "GH-12 § GH-&#8203;12",
                "https://evil.example § https:&#8203;//evil.example",
                "www.evil.example § www&#8203;.evil.example",
                "a@b.example § a@&#8203;b.example",
                ":tada: at 12:30 § \\:&#8203;tada: at 12:30",
                "<b>x</b> & y § &lt;b&gt;x&lt;/b&gt; &amp; y",
                "_it_ **is** `it` ~~so~~ § \\_it\\_ \\*\\*is\\*\\* \\`it\\` \\~\\~so\\~\\~",
                "[x](y) ![z] § \\[x\\](y) !\\[z\\]",
                "1. first § 1\\. first",
                "- item § \\- item",
                "$x$ § \\$x\\$",
                "back\\slash § back&#92;slash",
            })
    void touchesOnlyWhatWouldMeanSomething(String written, String markdown) {
        assertThat(Markdown.text(written)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb",
                "a\tb",
                "a\u2028b",
                "a \u00A0 b",
                "\u202Ea b\u202C",
                "a\u200B b",
                "\uFEFFa b\u0007"
            })
    void becomesOneVisibleLine(String written) {
        assertThat(Markdown.text(written)).isEqualTo("a b");
    }

    @Test
    void keepsFamiliesAndReplacesHalfCharacters() {
        assertThat(Markdown.title("👩‍💻 x\uD83D")).isEqualTo("👩‍💻 x\uFFFD");
    }

    @Test
    void shortensBetweenCharactersAsReadersCountThem() {
        assertThat(Markdown.text("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Markdown.text("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Markdown.text("👩‍💻👩‍💻👩‍💻", 2)).isEqualTo("👩‍💻…");
        assertThat(Markdown.text("👩‍💻👩‍💻", 2)).isEqualTo("👩‍💻👩‍💻");
        assertThat(Markdown.text("ab", 1)).isEqualTo("…");
    }

    @Test
    void fencesCodeByItsBackticks() {
        assertThat(Markdown.code("a")).isEqualTo("`a`");
        assertThat(Markdown.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(Markdown.code("`a")).isEqualTo("`` `a ``");
        assertThat(Markdown.code(" ")).isEmpty();
        assertThat(Cell.code("a|b")).hasToString("`a\\|b`");
    }

    @Test
    void insideHtmlUsesEntitiesOnly() {
        assertThat(Markdown.html("<Teams> & @ada _x_ \"")).isEqualTo("&lt;Teams&gt; &amp; @&#8203;ada _x_ &quot;");
    }

    /** Mail addresses have their own check: this library takes a zero-width space for a letter, GitHub does not. */
    private static Extension addresses() {
        return AutolinkExtension.builder()
                .linkTypes(AutolinkType.URL, AutolinkType.WWW)
                .build();
    }

    private static String inTable(Cell cell) {
        return Table.of(Table.Column.left("A"), Table.Column.right("B"), Table.Column.left("C"))
                .row(Cell.number(1), cell, Cell.NONE)
                .render();
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> piece = Arbitraries.of(
                "@",
                "ada",
                "#",
                "12",
                "GH-",
                "http",
                "://",
                "www",
                ".",
                "evil.com",
                "|",
                "\\",
                "`",
                "``",
                "<b>",
                "</td>",
                "<!--",
                "-->",
                "&",
                "amp;",
                "&#64;",
                "[",
                "](",
                ")",
                "![",
                "*",
                "**",
                "_",
                "__",
                "~~",
                "\n",
                "\r\n",
                "\t",
                " ",
                ":smile:",
                ":",
                "-",
                "---",
                "1.",
                "+",
                "=",
                "$",
                "$$",
                "\u202E",
                "\u200B",
                "\u00A0",
                "\u2028",
                "é",
                "李",
                "👩‍💻",
                "x",
                "mailto:",
                "ftp://a.b",
                "a@b.co",
                "://x",
                "'",
                "\"",
                "!",
                "(",
                "{",
                "}",
                "^");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, piece.list().ofMaxSize(12).map(parts -> String.join("", parts))),
                        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(30)))
                .map(text -> text);
    }

    /** What GitHub would make of some markdown. */
    private static final class Read extends AbstractVisitor {
        private int tables;
        private int cells;
        private final List<String> cellText = new ArrayList<>();
        private final List<Node> forbidden = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder code = new StringBuilder();

        static Read of(String markdown) {
            var read = new Read();
            GITHUB.parse(markdown).accept(read);
            return read;
        }

        @Override
        public void visit(CustomBlock block) {
            tables += block instanceof TableBlock ? 1 : 0;
            visitChildren(block);
        }

        @Override
        public void visit(CustomNode node) {
            int before = text.length();
            visitChildren(node);
            if (node instanceof TableCell) {
                cells++;
                cellText.add(text.substring(before));
            }
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            code.append(node.getLiteral());
        }

        @Override
        public void visit(Link node) {
            forbidden.add(node);
        }

        @Override
        public void visit(HtmlInline node) {
            forbidden.add(node);
        }

        @Override
        public void visit(HtmlBlock node) {
            forbidden.add(node);
        }

        @Override
        public void visit(SoftLineBreak node) {
            forbidden.add(node);
        }

        @Override
        public void visit(HardLineBreak node) {
            forbidden.add(node);
        }
    }
}
