package dev.flightlog.app;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Behind the HTTP codec and in front of everything that decodes or stores: refuses bodies that are compressed (415), have no
 * announced length (411) or are too long (413). After a refusal, here or further on, the connection is closed without
 * reading what a stranger still wants to send.
 */
final class RequestGuard extends ChannelDuplexHandler {
    /** Forms and commands of people; only webhooks are larger. */
    private static final long MAX_BYTES = 64 << 10;

    /** GitHub's largest delivery. */
    private static final long MAX_WEBHOOK_BYTES = 25 << 20;

    private static final String WEBHOOKS = "/webhooks/";

    /** A closed socket with unread bytes resets the connection and may take the answer with it; so long we wait. */
    private static final long LINGER_MILLIS = 2_000;

    /** So much is read and dropped; the rest waits at the sender until the connection closes. */
    private static final long MAX_LINGER_BYTES = 2 << 20;

    private final ConnectionGuard guard;
    private int open;
    private boolean arriving;
    private boolean closing;
    private long lingered;

    RequestGuard(ConnectionGuard guard) {
        this.guard = guard;
    }

    /** True while no request is being received or answered. */
    boolean idle() {
        return open == 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            linger(context, message);
            return;
        }
        if (message instanceof HttpRequest request) {
            open++;
            arriving = true;
            context.channel().attr(RequestCount.KEY).get().add();
            Refusal refusal = refusal(request);
            if (refusal != null) {
                ReferenceCountUtil.release(message);
                refuse(context, refusal);
                return;
            }
        }
        if (message instanceof LastHttpContent) {
            arriving = false;
            if (open > 0) {
                guard.arrived(context.channel());
            }
        }
        context.fireChannelRead(message);
    }

    private static @Nullable Refusal refusal(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return null;
        }
        HttpHeaders headers = request.headers();
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            return new Refusal(
                    HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding is not supported; send the bytes as they are");
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || (hasBody(request) && length(headers) < 0)) {
            return new Refusal(HttpResponseStatus.LENGTH_REQUIRED, "the request needs a Content-Length");
        }
        long max = request.uri().startsWith(WEBHOOKS) ? MAX_WEBHOOK_BYTES : MAX_BYTES;
        if (length(headers) > max) {
            return new Refusal(
                    HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                    "the body is over " + (max >= 1 << 20 ? (max >> 20) + " MB" : (max >> 10) + " KB"));
        }
        return null;
    }

    private static boolean hasBody(HttpRequest request) {
        return switch (request.method().name()) {
            case "POST", "PUT", "PATCH" -> true;
            default -> false;
        };
    }

    /** Negative where it is not announced, or is no number. */
    private static long length(HttpHeaders headers) {
        try {
            String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private void refuse(ChannelHandlerContext context, Refusal refusal) {
        closing = true;
        ByteBuf body = Unpooled.copiedBuffer(
                "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(refusal.status.reasonPhrase(), refusal.status.code(), refusal.detail),
                StandardCharsets.UTF_8);
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, refusal.status, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(_ -> lingeringClose(context));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (message instanceof LastHttpContent && open > 0) {
            open--;
            if (open == 0) {
                guard.answered(context.channel());
            }
        }
    }

    /** The server closes after an answer; where the request is still arriving, the answer must not be lost by that. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (arriving && !closing && context.channel().isActive()) {
            closing = true;
            context.channel().closeFuture().addListener(_ -> promise.trySuccess());
            lingeringClose(context);
        } else {
            context.close(promise);
        }
    }

    private static void lingeringClose(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel socket && socket.isActive()) {
            socket.shutdownOutput();
            context.channel().config().setAutoRead(true);
            context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            context.close();
        }
    }

    private void linger(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpContent content) {
            lingered += content.content().readableBytes();
        }
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            context.close();
        } else if (lingered > MAX_LINGER_BYTES) {
            context.channel().config().setAutoRead(false);
        }
    }

    private record Refusal(HttpResponseStatus status, String detail) {}
}
