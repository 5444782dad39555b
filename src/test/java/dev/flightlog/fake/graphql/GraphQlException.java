package dev.flightlog.fake.graphql;

/** An error that GitHub answers with status 200; misuse tells a wrong query from ordinary life. */
public final class GraphQlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;
    private final boolean misuse;

    private GraphQlException(String type, String message, boolean misuse) {
        super(message, null, false, false);
        this.type = type;
        this.misuse = misuse;
    }

    /** The query is wrong: a field, an argument or the syntax. */
    public static GraphQlException misuse(String message) {
        return new GraphQlException("undefinedField", message, true);
    }

    /** Something is not there. */
    public static GraphQlException notFound(String message) {
        return new GraphQlException("NOT_FOUND", message, false);
    }

    public static GraphQlException of(String type, String message) {
        return new GraphQlException(type, message, false);
    }

    public String type() {
        return type;
    }

    public boolean misuse() {
        return misuse;
    }
}
