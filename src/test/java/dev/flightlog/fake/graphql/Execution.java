package dev.flightlog.fake.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the selections of a request from an object of the graph. */
public final class Execution {
    private final Map<String, Selection.OnType> fragments;

    public Execution(Map<String, Selection.OnType> fragments) {
        this.fragments = fragments;
    }

    /** The wanted fields of an object, as JSON. */
    public Map<String, @Nullable Object> select(GraphObject object, List<Selection> selections) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        select(object, selections, answer);
        return answer;
    }

    private void select(GraphObject object, List<Selection> selections, Map<String, @Nullable Object> answer) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> answer.put(field.alias(), value(field, object.get(field)));
                case Selection.OnType onType -> onType(object, onType, answer);
                case Selection.Spread spread -> onType(object, fragment(spread), answer);
            }
        }
    }

    private void onType(GraphObject object, Selection.OnType wanted, Map<String, @Nullable Object> answer) {
        if (wanted.type().equals(object.type())
                || wanted.type().equals("Node")
                || wanted.type().equals("Actor")) {
            select(object, wanted.selections(), answer);
        }
    }

    private Selection.OnType fragment(Selection.Spread spread) {
        Selection.OnType fragment = fragments.get(spread.fragment());
        if (fragment == null) {
            throw GraphQlException.misuse("Fragment " + spread.fragment() + " was used, but not defined");
        }
        return fragment;
    }

    private @Nullable Object value(Selection.Field field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case GraphObject object -> select(object, required(field));
            case List<?> list -> {
                List<@Nullable Object> values = new ArrayList<>();
                list.forEach(each -> values.add(value(field, each)));
                yield values;
            }
            default -> scalar(field, value);
        };
    }

    private static List<Selection> required(Selection.Field field) {
        if (field.selections().isEmpty()) {
            throw GraphQlException.misuse("Field must have selections ('" + field.name() + "')");
        }
        return field.selections();
    }

    private static Object scalar(Selection.Field field, Object value) {
        if (!field.selections().isEmpty()) {
            throw GraphQlException.misuse("Selections can't be made on scalars ('" + field.name() + "')");
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
