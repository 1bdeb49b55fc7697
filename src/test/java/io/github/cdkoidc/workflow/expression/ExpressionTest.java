package io.github.cdkoidc.workflow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.workflow.text.GitHubGlob;
import io.github.cdkoidc.workflow.text.NameFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    'text'                              ; text
                    'it''s'                             ; it's
                    42                                  ; 42
                    -1.50                               ; -1.5
                    0x1F                                ; 31
                    true                                ; true
                    null                                ; ``
                    1 == '1'                            ; true
                    true == 1                           ; true
                    true == 'true'                      ; false
                    null == ''                          ; true
                    null == 0                           ; true
                    'A' == 'a'                          ; true
                    'a' != 'b'                          ; true
                    ''                                  ; ``
                    '' || 'b'                       ; b
                    'a' || 'b'                      ; a
                    'a' && 'b'                          ; b
                    '' && 'b'                           ; ``
                    0 || 'zero'                     ; zero
                    !'a'                                ; false
                    !!'a'                               ; true
                    (true || false) && 'x'          ; x
                    true || false && 'x'            ; true
                    startsWith('Main', 'ma')            ; true
                    endsWith('main', 'IN')              ; true
                    contains('refs/heads/main', 'HEAD') ; true
                    contains('a', 'b')                  ; false
                    format('{0}-{1}{{}}', 'a', 1)       ; a-1{}
                    always()                            ; true
                    success()                           ; true
                    failure()                           ; false
                    known.name                          ; value
                    KNOWN['name']                       ; value
                    unknown.name                        ; <?unknown.name>
                    unknown.name && 'a' || 'b'      ; <?a|b>
                    unknown.name == 'x' && 'a' || 'b' ; <?a|b>
                    unknown.name || 'b'             ; <?unknown.name|b>
                    1 < 2                               ; <?<>
                    toJSON(known)                       ; <?toJSON()>
                    fromJSON('[]')[0].x                 ; <?fromJSON(…)…>
                    """)
    void comesTo(String expression, String shown) {
        assertThat(ExpressionParser.parse(expression)
                        .orElseThrow()
                        .evaluate(new Names())
                        .value()
                        .shown())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a = b",
                "'open",
                "(a",
                "a)",
                "a.",
                "a[",
                "f(",
                "f(a b)",
                "a | b",
                "\"text\"",
                "1.2.3",
                "!",
                "a &&",
                "a..b"
            })
    void whatIsNoneIsNotParsed(String text) {
        assertThat(ExpressionParser.parse(text)).isEmpty();
    }

    @Test
    void whatIsTooDeepOrTooLongIsNotParsed() {
        assertThat(ExpressionParser.parse("(".repeat(10_000) + "a" + ")".repeat(10_000)))
                .isEmpty();
        assertThat(ExpressionParser.parse("!".repeat(20_000) + "a")).isEmpty();
        assertThat(ExpressionParser.parse("a" + " && a".repeat(4_000))).isEmpty();
        assertThat(ExpressionParser.parse("'" + "x".repeat(30_000) + "'")).isEmpty();
        assertThat(ExpressionParser.parse("'" + "x".repeat(20_000) + "'")).isPresent();
    }

    @Test
    void anExpressionThatAsksForTheOutcomeIsKnown() {
        assertThat(ExpressionParser.parse("a && !Cancelled()").orElseThrow().asksForStatus())
                .isTrue();
        assertThat(ExpressionParser.parse("a && contains(b, 'always()')")
                        .orElseThrow()
                        .asksForStatus())
                .isFalse();
    }

    /** One name that is known, and all others not. */
    private static final class Names implements Scope {
        @Override
        public PossibleResults lookUp(List<String> path) {
            String name = String.join(".", path);
            return name.equalsIgnoreCase("known.name")
                    ? PossibleResults.of(ExpressionValue.of("value"))
                    : PossibleResults.unknown(name, name + " is not known");
        }

        @Override
        public PossibleResults ask(NameFilter names, GitHubGlob glob) {
            throw new AssertionError("nothing to ask");
        }

        @Override
        public Status status() {
            return Status.SUCCESS;
        }
    }
}
