package dev.flightlog.app;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Puts {@link ConnectionGuard} and {@link RequestGuard} into each connection of the server, of all its ports. */
@Singleton
final class ServerLimits implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final int MIN_PIECE = 512;
    private static final int FIRST_PIECE = 2 << 10;
    /** Bounds the direct memory of all connections together: each holds at most one unread piece. */
    private static final int MAX_PIECE = 16 << 10;

    private final ConnectionGuard guard;

    ServerLimits(
            @Value("${flightlog.server.max-connections}") int maxConnections,
            @Value("${flightlog.server.headers-within}") Duration headersWithin) {
        this.guard = new ConnectionGuard(maxConnections, headersWithin);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
        created.getBean().register(new Customizer(null));
        return created.getBean();
    }

    private final class Customizer implements NettyServerCustomizer {
        private final @Nullable Channel channel;

        private Customizer(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Customizer(opened) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) == null) {
                return;
            }
            channel.config()
                    .setRecvByteBufAllocator(
                            new AdaptiveRecvByteBufAllocator(MIN_PIECE, FIRST_PIECE, MAX_PIECE).maxMessagesPerRead(1));
            RequestGuard requests = new RequestGuard(guard);
            pipeline.addBefore(
                    ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                    "connection-guard",
                    new FirstBytes(guard, requests));
            pipeline.addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "request-guard", requests);
        }
    }
}
