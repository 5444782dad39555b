package dev.flightlog.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A way to a server on loopback that can be cut and mended at the same port, and whose connections can be made to hang. */
public final class TcpProxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> hanging = ConcurrentHashMap.newKeySet();
    private int port;
    private @Nullable ServerSocket listener;

    /** @param targetPort where the server listens */
    public TcpProxy(int targetPort) {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        mend();
    }

    public synchronized int port() {
        return port;
    }

    /** Breaks every connection and refuses new ones. */
    public synchronized void cut() {
        if (listener != null) {
            close(listener);
            listener = null;
        }
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    /** From now on nothing comes through on the connections that are open, and nobody is told; new ones are well. */
    public synchronized void hang() {
        hanging.addAll(sockets);
    }

    /** Lets connections through again. */
    public synchronized void mend() {
        try {
            ServerSocket fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = fresh.getLocalPort();
            listener = fresh;
            Thread.ofVirtual().start(() -> accept(fresh));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket inside = from.accept();
                sockets.add(inside);
                Socket outside = new Socket(target.getAddress(), target.getPort());
                sockets.add(outside);
                Thread.ofVirtual().start(() -> copy(inside, outside));
                Thread.ofVirtual().start(() -> copy(outside, inside));
            } catch (IOException _) {
                // Cut: whoever connected sees it.
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            byte[] piece = new byte[8 << 10];
            for (int read = from.getInputStream().read(piece);
                    read >= 0;
                    read = from.getInputStream().read(piece)) {
                if (!hanging.contains(from)) {
                    to.getOutputStream().write(piece, 0, read);
                }
            }
        } catch (IOException _) {
            // One end is gone; both are closed.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception _) {
            // It is closed then.
        }
    }

    @Override
    public void close() {
        cut();
    }
}
