package dev.flightlog.app;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what strangers hold by only connecting: the headers of a request must be complete in a time, and there is a
 * maximum of connections. When it is reached, the connection that has been without a complete request for longest is
 * closed, one whose body does not come among them, so that whoever sends a request still gets in.
 */
final class ConnectionGuard {
    private final int maxConnections;
    private final Duration headersWithin;
    /** Connections without a complete request, those that wait for longest first. */
    private final Set<Channel> waiting = new LinkedHashSet<>();

    private int open;

    ConnectionGuard(int maxConnections, Duration headersWithin) {
        this.maxConnections = maxConnections;
        this.headersWithin = headersWithin;
    }

    /** A new connection: its first headers are expected from now on. */
    void opened(Channel channel) {
        Channel victim = admit(channel);
        if (victim != null) {
            victim.close();
        }
        expectHeaders(channel);
    }

    private synchronized @Nullable Channel admit(Channel channel) {
        open++;
        waiting.add(channel);
        if (open <= maxConnections) {
            return null;
        }
        Iterator<Channel> oldest = waiting.iterator();
        Channel victim = oldest.next();
        oldest.remove();
        return victim;
    }

    synchronized void closed(Channel channel) {
        open--;
        waiting.remove(channel);
    }

    /** A request is complete, with its body. */
    synchronized void arrived(Channel channel) {
        waiting.remove(channel);
    }

    /** The request is answered; the connection may bring another. */
    synchronized void answered(Channel channel) {
        waiting.add(channel);
    }

    private synchronized boolean waits(Channel channel) {
        return waiting.contains(channel);
    }

    /** The first bytes of a request are here, or the connection is new: the rest of the headers must come in time. */
    void expectHeaders(Channel channel) {
        RequestCount count = channel.attr(RequestCount.KEY).get();
        int before = count.requests();
        channel.eventLoop()
                .schedule(
                        () -> {
                            if (count.requests() == before && waits(channel)) {
                                channel.close();
                            }
                        },
                        headersWithin.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}
