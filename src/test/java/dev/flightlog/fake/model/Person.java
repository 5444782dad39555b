package dev.flightlog.fake.model;

/** An account of a person or of an app's bot; the id stays, the login may change. */
public final class Person {
    /** What GitHub says in {@code type}. */
    public enum Type {
        USER("User"),
        BOT("Bot"),
        ORGANIZATION("Organization");

        private final String json;

        Type(String json) {
            this.json = json;
        }

        public String json() {
            return json;
        }
    }

    private final long id;
    private final Type type;
    private volatile String login;
    private final String name;

    public Person(long id, String login, String name, Type type) {
        this.id = id;
        this.login = login;
        this.name = name;
        this.type = type;
    }

    public long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public void rename(String newLogin) {
        login = newLogin;
    }
}
