package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class UnreadableTokenTest {

    /** Whatever it is given, it answers with one of its own sentences: none has room for a part of the token. */
    @Property
    void anErrorNeverRepeatsTheToken(
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'f') @Chars({'.', '{', '}', '"', '='})
                    String json,
            @ForAll boolean encoded) {
        String token = encoded ? JsonWebTokenTest.token("{\"secret" + json) : "secret." + json;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaims.fromToken(token))
                .withMessageMatching("token has (\\d+ parts between dots, not three|a second part that is not "
                        + "(base64url|UTF-8|a JSON object|JSON, or names a claim twice))" + JsonWebTokenTest.REMEDY)
                .withNoCause();
    }
}
