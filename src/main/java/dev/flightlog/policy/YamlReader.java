package dev.flightlog.policy;

import dev.flightlog.policy.YamlNode.Kind;
import dev.flightlog.policy.YamlNode.Refused;
import dev.flightlog.policy.YamlNode.Scalar;
import dev.flightlog.text.EnglishText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Makes a bounded tree of YAML text: no aliases, no tags, no depth and no number of values that could cost much.
 *
 * <p>Built from the parser's events and not from its node graph, because events need no recursion and what came before a
 * syntax error is still checked.
 */
final class YamlReader {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_VALUES = 20_000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();
    private static final Map<Tag, Kind> KINDS =
            Map.of(Tag.NULL, Kind.NOTHING, Tag.BOOL, Kind.FLAG, Tag.INT, Kind.WHOLE_NUMBER, Tag.FLOAT, Kind.DECIMAL);

    private final NodeReading reading;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<YamlNode> root = Optional.empty();
    private int values;
    private int documents;

    private YamlReader(NodeReading reading) {
        this.reading = reading;
    }

    /** The file's content; nothing if it holds no value. */
    static Optional<YamlNode> read(String text, NodeReading reading) {
        return new YamlReader(reading).read(text);
    }

    private Optional<YamlNode> read(String text) {
        try {
            Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
            while (events.hasNext() && accept(events.next())) {}
        } catch (MarkedYamlEngineException wrong) {
            Span span = wrong.getProblemMark().map(YamlReader::span).orElse(Span.START);
            reading.error(span, "", "", SyntaxAdvice.of(wrong));
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            // The scanner lets a few broken escapes and directives through to the JDK.
            reading.error(
                    Span.START,
                    "",
                    "",
                    "the file is not YAML: " + EnglishText.shorten(String.valueOf(wrong.getMessage())));
        }
        while (!open.isEmpty()) {
            close();
        }
        return root;
    }

    /** Takes one event; false ends the reading because going on could only cost time. */
    private boolean accept(Event event) {
        return switch (event) {
            case DocumentStartEvent _ -> document(event);
            case AliasEvent alias -> {
                Span span = span(alias);
                reading.error(span, "", "*" + alias.getAlias(), "aliases are not read; write the value itself here");
                yield add(new Refused(span));
            }
            case ScalarEvent scalar -> {
                refuseExtras(scalar, scalar.getTag());
                yield add(scalar(scalar));
            }
            case CollectionStartEvent start -> {
                refuseExtras(start, start.getTag());
                yield start(start);
            }
            case CollectionEndEvent _ -> {
                close();
                yield true;
            }
            default -> true;
        };
    }

    private boolean document(Event event) {
        if (documents++ == 0) {
            return true;
        }
        reading.error(span(event), "", "---", "the file must be one YAML document; delete this line and what follows");
        return false;
    }

    private void refuseExtras(NodeEvent event, Optional<String> tag) {
        event.getAnchor().map(Anchor::getValue).ifPresent(anchor -> {
            String found = "&" + EnglishText.shorten(anchor);
            reading.error(span(event), "", found, "anchors are not read; delete \"" + found + "\"");
        });
        tag.ifPresent(
                name -> reading.error(span(event), "", name, "tags such as !!str are not read; write the value alone"));
    }

    private boolean start(CollectionStartEvent event) {
        if (open.size() >= MAX_DEPTH) {
            reading.error(
                    span(event), "", "", "nested too deeply; a policy needs no more than " + MAX_DEPTH + " levels");
            return false;
        }
        open.push(new Open(event instanceof MappingStartEvent, span(event), new ArrayList<>()));
        return true;
    }

    private void close() {
        add(open.pop().node());
    }

    private boolean add(YamlNode node) {
        if (open.isEmpty()) {
            root = root.or(() -> Optional.of(node));
        } else {
            open.peek().children().add(node);
        }
        if (++values > MAX_VALUES) {
            reading.error(node.span(), "", "", "too many values; a policy holds no more than " + MAX_VALUES);
            return false;
        }
        return true;
    }

    private static Scalar scalar(ScalarEvent event) {
        Tag tag = SETTINGS.getSchema().getScalarResolver().resolve(event.getValue(), event.isPlain());
        Kind kind = event.isPlain() ? KINDS.getOrDefault(tag, Kind.TEXT) : Kind.TEXT;
        return new Scalar(event.getValue(), kind, span(event));
    }

    private static Span span(Event event) {
        Span start = event.getStartMark().map(YamlReader::span).orElse(Span.START);
        return event.getEndMark()
                .filter(end -> end.getLine() + 1 == start.line() && end.getColumn() > start.column())
                .map(end -> new Span(start.line(), start.column(), end.getColumn()))
                .orElse(start);
    }

    private static Span span(Mark mark) {
        return new Span(mark.getLine() + 1, mark.getColumn() + 1, mark.getColumn() + 1);
    }

    /** A mapping or list whose end has not come yet; a mapping's children are key, value, key, value. */
    private record Open(boolean mapping, Span span, List<YamlNode> children) {
        YamlNode node() {
            if (!mapping) {
                return new YamlNode.Sequence(List.copyOf(children), span);
            }
            var entries = new ArrayList<YamlNode.Entry>();
            for (int i = 0; i + 1 < children.size(); i += 2) {
                entries.add(new YamlNode.Entry(children.get(i), children.get(i + 1)));
            }
            return new YamlNode.Mapping(List.copyOf(entries), span);
        }
    }
}
