package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator writes, and what is said to one who wrote something else. */
class OperatorCommandTest {
    private static final String GUID = "1f864771-bdd3-44e5-b6ec-78d1caa39f76";

    @Test
    void replaysOneDeliveryOrAll() {
        assertThat(of("replay-deliveries", GUID))
                .isEqualTo(new OperatorCommand.ReplayDeliveries(UUID.fromString(GUID)));
        assertThat(of("replay-deliveries")).isEqualTo(new OperatorCommand.ReplayDeliveries(null));
    }

    @Test
    void whatIsNoGuidIsAWrongUse() {
        assertWrongUse("not-a-guid is not the GUID of a delivery, such as " + GUID, "replay-deliveries", "not-a-guid");
    }

    @Test
    void whatIsNoCommandIsAWrongUse() {
        assertWrongUse("there is no command replay", "replay", GUID);
    }

    private static void assertWrongUse(String problem, String... words) {
        OperatorCommand command = of(words);

        assertThat(command).isEqualTo(new OperatorCommand.Usage(problem));
        assertThat(command.run(ApplicationContext.builder().build())).isEqualTo(64);
    }

    private static OperatorCommand of(String... words) {
        return OperatorCommand.of(words).orElseThrow();
    }
}
