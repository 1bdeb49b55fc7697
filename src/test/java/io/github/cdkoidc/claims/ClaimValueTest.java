package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimValueTest {

    private static final String INSTEAD = "write something else";

    @ParameterizedTest
    @ValueSource(strings = {"main", "a b", " a", "a:b", "a%3Ab", "${x}", "~", "\u007F", "\u0080", "\u00FF"})
    void aTextOfLatinCharactersIsExact(String text) {
        ClaimValue value = ClaimValue.exact(text, INSTEAD);

        assertThat(value.text()).isEqualTo(text);
        assertThat(value.isPattern()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "main*", "v?.*", "a${*}"})
    void aTextWithAWildcardIsAPattern(String text) {
        ClaimValue value = ClaimValue.pattern(text, INSTEAD);

        assertThat(value.text()).isEqualTo(text);
        assertThat(value.isPattern()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "main*", "v?.*"})
    void anExactValueHoldsNoWildcard(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimValue.exact(text, INSTEAD))
                .withMessage("value \"" + text
                        + "\" holds a wildcard where an exact value is promised: write something else");
    }

    @Test
    void aPatternHoldsAWildcard() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimValue.pattern("main", INSTEAD))
                .withMessage("pattern \"main\" holds neither * nor ?: write something else");
    }

    @ParameterizedTest
    @CsvSource({"9, U+0009", "10, U+000A", "31, U+001F", "256, U+0100", "8217, U+2019", "128640, U+1F680"})
    void aCharacterThatIamCannotHoldIsRefused(int codePoint, String shown) {
        String text = "a" + Character.toString(codePoint) + "b";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClaimValue(text))
                .withMessage(
                        "value \"" + text + "\" holds " + shown
                                + ", and an IAM policy can hold only U+0020 to U+00FF: rename the branch, tag or environment on GitHub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankValueIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClaimValue(text))
                .withMessage(
                        "value \"" + text + "\" is blank, so it names no run: write the value that the run presents");
    }

    @Test
    void aValueIsNotNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> ClaimValue.exact(null, INSTEAD))
                .withMessage("value is null: write the value that the run presents");
    }

    @Test
    void anExactValueMayHoldAToken() {
        assertThat(ClaimValue.exact("repo:${Token[TOKEN.7]}/x:pull_request", INSTEAD)
                        .isPattern())
                .isFalse();
    }

    @Test
    void aPatternHoldsNoToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClaimValue("repo:${Token[TOKEN.7]}/x:*"))
                .withMessage(
                        "pattern \"repo:${Token[TOKEN.7]}/x:*\" holds a CDK token, and the value that it gets at deployment "
                                + "could be a wildcard itself: write the name instead of the token, or an exact subject");
    }
}
