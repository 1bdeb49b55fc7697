package io.github.cdkoidc.internal.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSpellingTest {

    private static final String GITHUB = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:oidc-provider/token.action.githubusercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/tokens.actions.githubusercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.co",
                "arn:aws:iam::123456789012:oidc-provider/token.actions.gihtubusercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/token.actions.github.usercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/vstoken.actions.githubusercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com/",
                "arn:aws:iam::123456789012:oidc-provider/https://token.actions.githubusercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com/.well-known/jwks",
                "arn:aws:iam::123456789012:oidc-provider/Token.Actions.githubusercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/github.com",
                "arn:aws:iam::123456789012:oidc-provider:token.actions.githubusercontent.com",
                "arn:aws:iam:123456789012:oidc-provider/token.actions.githubusercontent.com",
                "arn:aws:iam::123456789012:oidc_provider/token.actions.githubusercontent.com",
            })
    void aTypingMistakeIsCorrected(String typed) {
        assertThat(ProviderSpelling.mistake(typed))
                .get()
                .extracting(SpellingMistake::corrected, SpellingMistake::isExample)
                .containsExactly(GITHUB, false);
    }

    @ParameterizedTest
    @CsvSource({
        "token.actions.githubusercontent.com, token.actions.githubusercontent.com",
        "https://token.actions.githubusercontent.com, token.actions.githubusercontent.com",
        "arn:aws:iam::<ACCOUNT>:oidc-provider/<PROVIDER>, token.actions.githubusercontent.com",
        "arn:aws:iam::ACCOUNT_ID:oidc-provider/token.actions.githubusercontent.com, token.actions.githubusercontent.com",
        "arn:aws:iam::12345:oidc-provider/token.actions.githubusercontent.com, token.actions.githubusercontent.com",
    })
    void whatLacksAnAccountGetsAnExample(String typed, String name) {
        assertThat(ProviderSpelling.mistake(typed))
                .get()
                .extracting(SpellingMistake::corrected, SpellingMistake::isExample)
                .containsExactly("arn:aws:iam::ACCOUNT:oidc-provider/" + name, true);
    }

    @ParameterizedTest
    @CsvSource({
        "token.actions.githubusercontent.com/acme/acme, token.actions.githubusercontent.com/acme",
        "token.action.githubusercontent.com/acme, token.actions.githubusercontent.com/acme",
        "acme.ghe.com, token.actions.acme.ghe.com",
        "token.acme.ghe.com, token.actions.acme.ghe.com",
        "ghes.example.com/_services/token/, ghes.example.com/_services/token",
    })
    void theIssuerThatWasMeantIsKept(String typed, String meant) {
        String account = "arn:aws-us-gov:iam::123456789012:oidc-provider/";
        assertThat(ProviderSpelling.mistake(account + typed))
                .get()
                .extracting(SpellingMistake::corrected)
                .isEqualTo(account + meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GITHUB,
                GITHUB + "/acme",
                "arn:aws-cn:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
                "arn:aws:iam::123456789012:oidc-provider/token.actions.acme.ghe.com",
                "arn:aws:iam::123456789012:oidc-provider/ghes.example.com/_services/token",
                "arn:…:iam::…:oidc-provider/token.actions.githubusercontent.com",
                "…",
                "arn:aws:iam::123456789012:oidc-provider/accounts.google.com",
                "arn:aws:iam::123456789012:oidc-provider/gitlab.com",
                "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ABCDEF",
                "arn:aws:iam::123456789012:saml-provider/GitHub",
                "cognito-identity.amazonaws.com",
                "*",
            })
    void aProviderOfGitHubAndThoseOfOthersAreLeftAlone(String principal) {
        assertThat(ProviderSpelling.mistake(principal)).isEmpty();
    }
}
