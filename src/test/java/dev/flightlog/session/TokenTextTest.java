package dev.flightlog.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The form of access tokens, which secret scanners rely on. */
class TokenTextTest {
    @RepeatedTest(20)
    void aTokenHasItsPrefixAndItsChecksum() {
        String token = TokenText.random();

        assertThat(token).matches("flp_[0-9A-Za-z]{42}");
        assertThat(TokenText.wellFormed(token)).isTrue();
    }

    @Test
    void theChecksumIsCrc32OfWhatIsBeforeItInBase62() {
        assertThat(TokenText.wellFormed("flp_0000000000000000000000000000000000002gwjvH"))
                .isTrue();
        assertThat(TokenText.random()).isNotEqualTo(TokenText.random());
    }

    @Test
    void oneWrongCharacterIsSeen() {
        String token = TokenText.random();
        for (int index = 0; index < token.length(); index++) {
            char other = token.charAt(index) == 'a' ? 'b' : 'a';
            assertThat(TokenText.wellFormed(token.substring(0, index) + other + token.substring(index + 1)))
                    .isFalse();
        }
        assertThat(TokenText.wellFormed(token + "a")).isFalse();
        assertThat(TokenText.wellFormed("")).isFalse();
    }
}
