package io.github.cdkoidc.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.policy.PolicyDialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuePatternTest {

    @ParameterizedTest
    @CsvSource({
        "repo:octo-org/octo-repo, true, repo:octo-org/octo-repo",
        "'', true, ''",
        "repo:*/octo-repo:*, false, repo:|/octo-repo:",
        "*, false, ''",
        "*?a?*b, false, a|b",
        "a*, false, a",
        "a${*}b${?}, true, a*b?",
        "a${aws:username}b, false, a|b",
    })
    void aPatternIsTheTextsBetweenItsWildcards(String value, boolean exact, String literals) {
        ValuePattern pattern = new ValueMatcher(
                        TextNode.valueOf(value), ValueMatcher.Mode.PATTERN, new PolicyDialect(true, true), "sub")
                .pattern();

        assertThat(String.join("|", pattern.literals())).isEqualTo(literals);
        assertThat(pattern.isExact()).isEqualTo(exact);
        if (exact) {
            assertThat(pattern.text()).isEqualTo(literals);
        }
    }
}
