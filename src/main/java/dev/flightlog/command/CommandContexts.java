package dev.flightlog.command;

import dev.flightlog.command.CommentThreads.Conversation;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.Role;
import dev.flightlog.health.SourceStatusStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What an answer to a comment may rest on now: who asked, the policy in force, and what is known of each source. */
@Singleton
public class CommandContexts {
    private final Policies policies;
    private final SourceStatusStore readings;
    private final CommandConfiguration configuration;
    private final InstantSource clock;

    CommandContexts(
            Policies policies, SourceStatusStore readings, CommandConfiguration configuration, InstantSource clock) {
        this.policies = policies;
        this.readings = readings;
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * @param role of whoever asked
     * @param mayName whether people may be named, as GitHub said just now
     */
    public CommandContext of(Conversation conversation, Role role, boolean mayName) {
        long org = conversation.organization().id();
        return new CommandContext(
                conversation.organization(),
                conversation.asked().personId(),
                conversation.asked().login(),
                role,
                policies.inForce(org),
                mayName,
                readings.of(org),
                clock.instant(),
                configuration.pages(conversation.organization().login()));
    }
}
