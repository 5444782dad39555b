package dev.flightlog.policy;

import dev.flightlog.text.EnglishText;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what to do about a line that is not YAML; the parser's own words serve where nothing better is known. */
final class SyntaxAdvice {
    private static final Map<String, String> ADVICE = Map.of(
            "'@'", "a value that starts with @ must be in quotes, such as \"@acme/platform\"",
            "'`'", "a value that starts with a back-tick must be in quotes",
            "'%'", "a value that starts with % must be in quotes",
            "TAB", "a tab is here; write spaces",
            "mapping values are not allowed here",
                    "a second colon on this line; put the value in quotes, or start the key on a line of its own",
            "could not find expected ':'", "a colon is missing after the key; write \"key: value\"",
            "expected ',' or ']'", "the list in brackets is not closed; write ] at its end and , between items",
            "expected ',' or '}'", "the braces are not closed; write } at their end and , between pairs",
            "expected <block end>", "the indentation does not fit the lines above; indent as they do",
            "found unexpected end of stream", "a quote is opened here and never closed");

    private SyntaxAdvice() {}

    static String of(MarkedYamlEngineException wrong) {
        String problem = wrong.getProblem() == null ? "" : wrong.getProblem();
        return ADVICE.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .min(String::compareTo)
                .orElse("this is not YAML: " + EnglishText.shorten(problem));
    }
}
