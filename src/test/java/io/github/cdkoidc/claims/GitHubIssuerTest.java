package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubIssuerTest {

    static Stream<Arguments> issuers() {
        return Stream.of(
                arguments(GitHubIssuer.GITHUB_COM, "token.actions.githubusercontent.com"),
                arguments(
                        GitHubIssuer.enterprise("octo-enterprise"),
                        "token.actions.githubusercontent.com/octo-enterprise"),
                arguments(GitHubIssuer.gheCom("octo"), "token.actions.octo.ghe.com"),
                arguments(GitHubIssuer.enterpriseServer("github.example.com"), "github.example.com/_services/token"));
    }

    @ParameterizedTest
    @MethodSource("issuers")
    void anIssuerIsItsUrl(GitHubIssuer issuer, String name) {
        assertThat(issuer.name()).isEqualTo(name);
        assertThat(issuer.url()).isEqualTo("https://" + name);
        assertThat(issuer).hasToString("https://" + name);
    }

    @ParameterizedTest
    @MethodSource("issuers")
    void anIssuerIsReadFromItsUrlAndFromTheEndOfAnArn(GitHubIssuer issuer, String name) {
        assertThat(GitHubIssuer.ofUrl("https://" + name)).isEqualTo(issuer).hasSameHashCodeAs(issuer);
        assertThat(GitHubIssuer.ofUrl(name)).isEqualTo(issuer);
        assertThat(GitHubIssuer.isOne("https://" + name)).isTrue();
        assertThat(GitHubIssuer.isOne(name)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("issuers")
    void aConditionKeyIsTheUrlWithItsPathAndTheClaim(GitHubIssuer issuer, String name) {
        assertThat(issuer.conditionKey(GitHubClaim.SUB)).isEqualTo(name + ":sub");
        assertThat(issuer.conditionKey(GitHubClaim.JOB_WORKFLOW_REF)).isEqualTo(name + ":job_workflow_ref");
    }

    @ParameterizedTest
    @MethodSource("issuers")
    void theArnOfAProviderEndsWithTheUrlAndItsPath(GitHubIssuer issuer, String name) {
        assertThat(issuer.providerArn("aws-cn", "123456789012"))
                .isEqualTo("arn:aws-cn:iam::123456789012:oidc-provider/" + name);
        assertThat(issuer.providerArn("${Token[AWS.Partition.3]}", "${Token[AWS.AccountId.4]}"))
                .isEqualTo("arn:${Token[AWS.Partition.3]}:iam::${Token[AWS.AccountId.4]}:oidc-provider/" + name);
    }

    @Test
    void anEnterpriseServerAloneNeverMintsImmutableSubjects() {
        assertThat(GitHubIssuer.enterpriseServer("github.example.com").mintsImmutableSubjects())
                .isFalse();
        assertThat(GitHubIssuer.GITHUB_COM.mintsImmutableSubjects()).isTrue();
        assertThat(GitHubIssuer.enterprise("octo-enterprise").mintsImmutableSubjects())
                .isTrue();
        assertThat(GitHubIssuer.gheCom("octo").mintsImmutableSubjects()).isTrue();
    }

    @Test
    void issuersOfDifferentUrlsAreDifferent() {
        assertThat(GitHubIssuer.gheCom("octo"))
                .isNotEqualTo(GitHubIssuer.gheCom("octa"))
                .isNotEqualTo(GitHubIssuer.GITHUB_COM)
                .isNotEqualTo("https://token.actions.octo.ghe.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "octo_enterprise", "7-octo"})
    void aSlugIsOneWord(String slug) {
        assertThat(GitHubIssuer.enterprise(slug).url())
                .isEqualTo("https://token.actions.githubusercontent.com/" + slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "-a", "a-", "octo/", "https://github.com/enterprises/octo", "*"})
    void aSlugOfMoreIsRefused(String slug) {
        assertRefused(
                () -> GitHubIssuer.enterprise(slug),
                "enterprise slug \"" + slug + "\" is not one word: write it alone, such as \"octo-enterprise\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "octo.ghe.com", "a.b", "-octo", "octo-", "octo_corp", "https://octo", "octo:443", "*"})
    void aSubdomainIsOneLabel(String subdomain) {
        assertRefused(
                () -> GitHubIssuer.gheCom(subdomain),
                "GHE.com subdomain \"" + subdomain
                        + "\" is not one label of a host name: write it alone, such as \"octo\"");
    }

    @Test
    void aLabelHas63CharactersAtTheMost() {
        String longest = "o".repeat(63);
        assertThat(GitHubIssuer.gheCom(longest).name()).isEqualTo("token.actions." + longest + ".ghe.com");

        String tooLong = longest + "o";
        assertRefused(
                () -> GitHubIssuer.gheCom(tooLong),
                "GHE.com subdomain \"" + tooLong
                        + "\" is not one label of a host name: write it alone, such as \"octo\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "github",
                "github.example.com:8443",
                "https://github.example.com",
                "github.example.com/",
                "github.example.com/_services/token",
                "github..example.com",
                "github.example.com.",
                "*.example.com",
                "${Token[TOKEN.7]}"
            })
    void aServerIsABareHostName(String host) {
        assertRefused(
                () -> GitHubIssuer.enterpriseServer(host),
                "Enterprise Server host \"" + host
                        + "\" is not a bare host name: write it alone, such as \"github.example.com\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.com",
                "octo.ghe.com",
                "ghe.com",
                "token.actions.octo.ghe.com",
                "token.actions.githubusercontent.com"
            })
    void aHostOfGitHubItselfIsNoServer(String host) {
        assertRefused(
                () -> GitHubIssuer.enterpriseServer(host),
                "Enterprise Server host \"" + host + "\" is GitHub's own, which mints tokens under another URL: "
                        + "write GITHUB_COM, enterprise(\"SLUG\") or gheCom(\"SUBDOMAIN\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https://token.actions.githubusercontent.com/",
                "https://token.actions.githubusercontent.com:443",
                "https://token.actions.githubusercontent.com/octo/",
                "https://token.actions.githubusercontent.com/octo/enterprise",
                "https://token.actions.githubusercontent.com/_services/token",
                "https://token.actions.githubusercontent.com?x=1",
                "http://token.actions.githubusercontent.com",
                "HTTPS://token.actions.githubusercontent.com",
                "https://https://token.actions.githubusercontent.com",
                "https://token.actions.githubusercontent.com.example.com",
                "https://xtoken.actions.githubusercontent.com",
                "https://Token.Actions.githubusercontent.com",
                "https://token.actions.ghe.com",
                "https://token.actions.a.b.ghe.com",
                "https://token.actions.octo.ghe.com/",
                "https://octo.ghe.com/_services/token",
                "https://github.com/_services/token",
                "https://github.example.com",
                "https://github.example.com:8443/_services/token",
                "http://github.example.com/_services/token",
                "https://github.example.com/_services/token/",
                "https://github/_services/token",
                "https://gitlab.com",
                "${Token[TOKEN.7]}"
            })
    void aUrlUnderWhichNoGitHubMintsIsRefused(String url) {
        assertThat(GitHubIssuer.isOne(url)).isFalse();
        assertRefused(
                () -> GitHubIssuer.ofUrl(url),
                "issuer \"" + url + "\" is not a URL that GitHub mints tokens under: "
                        + "write https://token.actions.githubusercontent.com, https://token.actions.githubusercontent.com/SLUG, "
                        + "https://token.actions.SUBDOMAIN.ghe.com, the same with /SLUG, or https://HOST/_services/token");
    }

    @Test
    void anIssuerIsNotNull() {
        assertNull(() -> GitHubIssuer.ofUrl(null), "issuer is null: write GitHubIssuer.GITHUB_COM");
        assertNull(
                () -> GitHubIssuer.enterprise(null),
                "enterprise slug is null: write it alone, such as \"octo-enterprise\"");
        assertNull(() -> GitHubIssuer.gheCom(null), "GHE.com subdomain is null: write it alone, such as \"octo\"");
        assertNull(
                () -> GitHubIssuer.enterpriseServer(null),
                "Enterprise Server host is null: write it alone, such as \"github.example.com\"");
    }

    private static void assertNull(Runnable call, String message) {
        assertThatNullPointerException().isThrownBy(call::run).withMessage(message);
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    @Test
    void tokensHaveTheSchemeThatProvidersLeaveOut() {
        assertThat(GitHubIssuer.withScheme("ghe.example.com")).isEqualTo("https://ghe.example.com");
        assertThat(GitHubIssuer.withScheme("https://ghe.example.com")).isEqualTo("https://ghe.example.com");
        assertThat(GitHubIssuer.withoutScheme("https://ghe.example.com")).isEqualTo("ghe.example.com");
    }
}
