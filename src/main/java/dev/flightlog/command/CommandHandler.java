package dev.flightlog.command;

import dev.flightlog.command.CommentThreads.Conversation;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.command.answer.ReplyMarkdown;
import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.ParseResult;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.issue.Reaction;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Role;
import dev.flightlog.jobs.Retry;
import dev.flightlog.jobs.RetryRule;
import dev.flightlog.organization.Organization;
import dev.flightlog.publish.Naming;
import dev.flightlog.publish.PublicationBusyException;
import jakarta.inject.Singleton;

/** Asks who it is, decides whether they are answered, and answers. */
@Singleton
class CommandHandler {
    private final AccessRules access;
    private final CommandContexts contexts;
    private final CommandDispatcher answers;
    private final CommandLogStore log;
    private final CommandCompletion endings;
    private final RetryRule rule;

    CommandHandler(
            AccessRules access,
            CommandContexts contexts,
            CommandDispatcher answers,
            CommandLogStore log,
            CommandCompletion endings,
            RetryRule rule) {
        this.access = access;
        this.contexts = contexts;
        this.answers = answers;
        this.log = log;
        this.endings = endings;
        this.rule = rule;
    }

    void answer(Conversation conversation, ParseResult parsed) {
        CommandRequest asked = conversation.asked();
        Organization organization = conversation.organization();
        Role role = access.roleOf(organization, asked.personId(), asked.login());
        log.knows(asked, role);
        boolean inTeam = Authorisation.needsTeam(parsed, role) && isInTeam(organization, asked, parsed);
        boolean mayName = access.mayName(organization);
        Decision decision = Authorisation.decide(parsed, role, inTeam, mayName);
        if (decision instanceof Decision.NotAMember) {
            endings.finished(conversation, role, Outcome.NOT_A_MEMBER, null);
            return;
        }
        CommandContext question = contexts.of(conversation, role, mayName);
        try {
            reply(conversation, question, answers.to(decision, asked, question), NamesInAnswers.of(decision, mayName));
            answers.afterwards(decision, asked, question);
        } catch (RuntimeException failure) {
            if (isGone(conversation, failure)) {
                endings.gone(conversation);
                return;
            }
            if (comesAgain(failure)) {
                throw failure;
            }
            endings.failed(conversation, failure);
        }
    }

    private void reply(Conversation conversation, CommandContext question, Reply reply, Naming naming) {
        String text = ReplyMarkdown.render(reply, question);
        try {
            endings.finished(conversation, question.role(), reply.outcome(), conversation.reply(text, naming));
        } catch (GitHubException refused) {
            if (!CommentThreads.isLasting(refused)) {
                throw refused;
            }
            endings.unanswerable(conversation, refused.failure());
        }
    }

    /** One command too many: says so, to members only, and from when on the person is answered again. */
    void limited(Conversation conversation) {
        CommandRequest asked = conversation.asked();
        Role role = access.roleOf(conversation.organization(), asked.personId(), asked.login());
        if (role.covers(Role.MEMBER)) {
            try {
                conversation.reply(ReplyMarkdown.limited(log.answeredFrom(asked)));
            } catch (GitHubException refused) {
                if (!CommentThreads.isLasting(refused)) {
                    throw refused;
                }
            }
        }
        endings.limited(conversation);
    }

    /** Another organization's team is one that the asker is not in, whatever it is. */
    private boolean isInTeam(Organization organization, CommandRequest asked, ParseResult parsed) {
        return parsed instanceof ParseResult.Understood(var _, Command.TeamNumbers(var team, var _))
                && team.isPresent()
                && access.isInTeam(
                        organization,
                        asked.personId(),
                        asked.login(),
                        team.get().slug())
                && team.get().isOf(organization.login());
    }

    /** Something was not found: was it the comment itself? Its own reaction 👀 shows that. */
    private static boolean isGone(Conversation conversation, RuntimeException failure) {
        return failure instanceof GitHubException refused
                && refused.failure() instanceof Failure.NotFound
                && !conversation.react(Reaction.EYES);
    }

    /** Failures of GitHub or Postgres are retried by the queue; an internal error would only repeat. */
    private boolean comesAgain(RuntimeException failure) {
        return failure instanceof GitHubException
                || failure instanceof PublicationBusyException
                || rule.judge(failure) instanceof Retry.Later;
    }
}
