package dev.flightlog.app;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;

/** Checks before the start whether a port is free, so that a taken one gives one line and not a stack trace. */
public final class Ports {
    private Ports() {}

    /**
     * One line that names the variable, or an empty text when the port is free.
     *
     * @param port 1 to 65535; any other means that the system chooses, which always works
     */
    public static String problem(String variable, int port) {
        if (port < 1 || port > 65_535) {
            return "";
        }
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound() ? "" : taken(variable, port);
        } catch (BindException taken) {
            return taken(variable, port);
        } catch (IOException refused) {
            return variable + ": port " + port + " cannot be opened: " + refused.getMessage();
        }
    }

    private static String taken(String variable, int port) {
        return variable + ": port " + port
                + " is taken by another program, or this user may not open it; stop that program, or set "
                + variable + " to a free port";
    }
}
