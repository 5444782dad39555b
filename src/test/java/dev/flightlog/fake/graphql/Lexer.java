package dev.flightlog.fake.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts GraphQL text into tokens. */
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"(?<block>.*?)\"\"\"|\"(?<string>(?:\\\\.|[^\"\\\\])*)\"|(?<spread>\\.\\.\\.)"
                    + "|(?<word>[$@]?[A-Za-z_]\\w*)|(?<number>-?\\d+(?:\\.\\d+)?)|(?<sign>[{}()\\[\\]:!=|&])"
                    + "|(?<skip>[\\s,]+|#[^\\n]*)",
            Pattern.DOTALL);

    /** A token; strings keep their text without quotes. */
    record Token(Kind kind, String text) {
        enum Kind {
            STRING,
            SPREAD,
            WORD,
            NUMBER,
            SIGN,
            END
        }

        boolean is(String sign) {
            return kind != Kind.STRING && text.equals(sign);
        }
    }

    private Lexer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            at = matcher.end();
            if (matcher.group("skip") == null) {
                tokens.add(token(matcher));
            }
        }
        if (at < text.length()) {
            throw GraphQlException.misuse("Parse error at character " + at);
        }
        tokens.add(new Token(Token.Kind.END, ""));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("block") != null) {
            return new Token(Token.Kind.STRING, matcher.group("block").strip());
        }
        if (matcher.group("string") != null) {
            return new Token(Token.Kind.STRING, unescape(matcher.group("string")));
        }
        if (matcher.group("spread") != null) {
            return new Token(Token.Kind.SPREAD, "...");
        }
        if (matcher.group("word") != null) {
            return new Token(Token.Kind.WORD, matcher.group("word"));
        }
        if (matcher.group("number") != null) {
            return new Token(Token.Kind.NUMBER, matcher.group("number"));
        }
        return new Token(Token.Kind.SIGN, matcher.group("sign"));
    }

    private static String unescape(String text) {
        return Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)").matcher(text).replaceAll(escape -> {
            String code = escape.group(1);
            return Matcher.quoteReplacement(
                    switch (code.charAt(0)) {
                        case 'n' -> "\n";
                        case 't' -> "\t";
                        case 'r' -> "\r";
                        case 'b' -> "\b";
                        case 'f' -> "\f";
                        case 'u' ->
                            code.length() == 1
                                    ? "u"
                                    : Character.toString((char) Integer.parseInt(code.substring(1), 16));
                        default -> code;
                    });
        });
    }
}
