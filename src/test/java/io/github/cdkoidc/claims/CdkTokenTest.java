package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdkTokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${Token[TOKEN.7]}",
                "arn:${Token[AWS.Partition.3]}:iam",
                "${Token[AWS::Region.4]}",
                "${Token[my-queue_Ref.12]}",
                "#{Token[TOKEN.7]}",
                "${${Token[TOKEN.7]}}"
            })
    void aTokenIsFound(String text) {
        assertThat(CdkToken.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "${GITHUB_REF}",
                "${Token}",
                "${Token[TOKEN.7]",
                "${Token[]}",
                "${Token[my token]}",
                "${Token[a]b]}",
                "$Token[TOKEN.7]}",
                "{Token[TOKEN.7]}",
                "${aws:userid}"
            })
    void whatOnlyLooksLikeATokenIsNone(String text) {
        assertThat(CdkToken.isIn(text)).isFalse();
    }

    @Test
    void tokensAreFoundInTheirOrder() {
        assertThat(CdkToken.in("a${Token[TOKEN.7]}b#{Token[TOKEN.8]}${c}"))
                .extracting(MatchResult::group, MatchResult::start)
                .containsExactly(tuple("${Token[TOKEN.7]}", 1), tuple("#{Token[TOKEN.8]}", 19));
        assertThat(CdkToken.in("${c}")).isEmpty();
    }

    @Test
    void everyTokenIsTakenOut() {
        assertThat(CdkToken.without("a${Token[TOKEN.7]}b#{Token[TOKEN.8]}${c}")).isEqualTo("ab${c}");
    }

    @Test
    void aTextWithoutTokensStaysAsItIs() {
        assertThat(CdkToken.without("repo:${Token}")).isEqualTo("repo:${Token}");
    }

    @Test
    void onlyTheTextAroundTheTokensIsChanged() {
        assertThat(CdkToken.around("a${Token[t.1]}b${Token[t.2]}#{Token[t.3]}c", text -> text.replace("b", "$1\\")))
                .isEqualTo("a${Token[t.1]}$1\\${Token[t.2]}#{Token[t.3]}c");
        assertThat(CdkToken.around("abba", text -> text.replace("b", "x"))).isEqualTo("axxa");
    }
}
