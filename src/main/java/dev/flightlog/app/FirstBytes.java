package dev.flightlog.app;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** In front of the HTTP codec: reports to the {@link ConnectionGuard} when a connection and when a request begins. */
final class FirstBytes extends ChannelInboundHandlerAdapter {
    private final ConnectionGuard guard;
    private final RequestGuard requests;
    private boolean opened;
    private boolean expecting = true;

    FirstBytes(ConnectionGuard guard, RequestGuard requests) {
        this.guard = guard;
        this.requests = requests;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            open(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        open(context);
        context.fireChannelActive();
    }

    private void open(ChannelHandlerContext context) {
        if (!opened) {
            opened = true;
            context.channel().attr(RequestCount.KEY).set(new RequestCount());
            guard.opened(context.channel());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (requests.idle()) {
            if (!expecting) {
                guard.expectHeaders(context.channel());
            }
            expecting = true;
        } else {
            expecting = false;
        }
        context.fireChannelRead(bytes);
        if (!requests.idle()) {
            expecting = false;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (opened) {
            opened = false;
            guard.closed(context.channel());
        }
        context.fireChannelInactive();
    }
}
