package dev.flightlog.launcher;

/**
 * Where the jar starts. Compiled for Java 11, so that an older Java than Flightlog needs can say so instead of failing
 * with the name of an option or of a class file's version.
 */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] arguments) throws Throwable {
        int version = Runtime.version().feature();
        if (version < NEEDED) {
            System.err.println("flightlog: Java " + NEEDED + " or later is needed, this is Java "
                    + System.getProperty("java.version") + " (" + System.getProperty("java.home")
                    + "); start it with the java of a JDK or JRE " + NEEDED);
            System.exit(78);
        }
        try {
            Class.forName("dev.flightlog.app.Application")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (java.lang.reflect.InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
