package dev.flightlog.fake.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a GraphQL request and puts its variables in. */
public final class Parser {
    private final List<Lexer.Token> tokens;
    private final Map<String, @Nullable Object> variables;
    private int at;

    private Parser(List<Lexer.Token> tokens, Map<String, @Nullable Object> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /**
     * Parses a request with one operation.
     *
     * @throws GraphQlException when the text is not GraphQL or a required variable is missing
     */
    public static Document parse(String query, Map<String, @Nullable Object> variables) {
        return new Parser(Lexer.tokens(query), new LinkedHashMap<>(variables)).document();
    }

    private Document document() {
        boolean mutation = false;
        List<Selection> selections = List.of();
        Map<String, Selection.OnType> fragments = new LinkedHashMap<>();
        while (peek().kind() != Lexer.Token.Kind.END) {
            if (peek().is("fragment")) {
                next();
                String name = word();
                expect("on");
                fragments.put(name, new Selection.OnType(word(), selections()));
            } else {
                mutation = operation();
                selections = selections();
            }
        }
        if (selections.isEmpty()) {
            throw GraphQlException.misuse("A query attribute must be specified and must be a string.");
        }
        return new Document(mutation, selections, fragments);
    }

    /** Reads what stands before the first brace; true for a mutation. */
    private boolean operation() {
        if (peek().is("{")) {
            return false;
        }
        String kind = word();
        if (!kind.equals("query") && !kind.equals("mutation")) {
            throw GraphQlException.misuse("Expected query or mutation, found " + kind);
        }
        if (!peek().is("{") && !peek().is("(")) {
            word();
        }
        if (peek().is("(")) {
            variableDefinitions();
        }
        return kind.equals("mutation");
    }

    private void variableDefinitions() {
        expect("(");
        while (!peek().is(")")) {
            String name = word().substring(1);
            expect(":");
            boolean required = type();
            if (peek().is("=")) {
                next();
                Object usual = value();
                variables.putIfAbsent(name, usual);
                required = false;
            }
            if (required && variables.get(name) == null) {
                throw GraphQlException.misuse("Variable $" + name + " was provided invalid value");
            }
        }
        expect(")");
    }

    private boolean type() {
        if (peek().is("[")) {
            next();
            type();
            expect("]");
        } else {
            word();
        }
        if (peek().is("!")) {
            next();
            return true;
        }
        return false;
    }

    private List<Selection> selections() {
        expect("{");
        List<Selection> selections = new ArrayList<>();
        while (!peek().is("}")) {
            selections.add(selection());
        }
        expect("}");
        return selections;
    }

    private Selection selection() {
        if (peek().kind() != Lexer.Token.Kind.SPREAD) {
            return field();
        }
        next();
        if (!peek().is("on")) {
            return new Selection.Spread(word());
        }
        next();
        return new Selection.OnType(word(), selections());
    }

    private Selection.Field field() {
        String alias = word();
        String name = alias;
        if (peek().is(":")) {
            next();
            name = word();
        }
        Map<String, @Nullable Object> arguments = peek().is("(") ? pairs("(", ")") : Map.of();
        List<Selection> selections = peek().is("{") ? selections() : List.of();
        return new Selection.Field(alias, name, arguments, selections);
    }

    private Map<String, @Nullable Object> pairs(String open, String close) {
        expect(open);
        Map<String, @Nullable Object> pairs = new LinkedHashMap<>();
        while (!peek().is(close)) {
            String name = word();
            expect(":");
            pairs.put(name, value());
        }
        expect(close);
        return pairs;
    }

    private @Nullable Object value() {
        Lexer.Token token = peek();
        if (token.is("{")) {
            return pairs("{", "}");
        }
        if (token.is("[")) {
            return list();
        }
        next();
        return switch (token.kind()) {
            case STRING -> token.text();
            case NUMBER -> number(token.text());
            case WORD -> word(token.text());
            case SIGN, SPREAD, END -> throw GraphQlException.misuse("Unexpected " + token.text());
        };
    }

    private List<@Nullable Object> list() {
        expect("[");
        List<@Nullable Object> values = new ArrayList<>();
        while (!peek().is("]")) {
            values.add(value());
        }
        expect("]");
        return values;
    }

    private static Object number(String text) {
        return text.contains(".") ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text);
    }

    private @Nullable Object word(String text) {
        if (text.startsWith("$")) {
            return variables.get(text.substring(1));
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> text;
        };
    }

    private Lexer.Token peek() {
        return tokens.get(at);
    }

    private void next() {
        at++;
    }

    private String word() {
        Lexer.Token token = peek();
        if (token.kind() != Lexer.Token.Kind.WORD) {
            throw GraphQlException.misuse("Expected a name, found '" + token.text() + "'");
        }
        next();
        return token.text();
    }

    private void expect(String sign) {
        if (!peek().is(sign)) {
            throw GraphQlException.misuse("Expected '" + sign + "', found '" + peek().text() + "'");
        }
        next();
    }
}
