package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderArnTest {

    private static final String GITHUB = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::123456789012:oidc-provider/gitlab.com | aws | 123456789012 | gitlab.com",
                "arn:aws-cn:iam::123456789012:oidc-provider/h.com/_services/token | aws-cn | 123456789012 | h.com/_services/token",
                "arn:aws:iam::${Token[AWS.AccountId.4]}:oidc-provider/gitlab.com | aws | | gitlab.com",
                "arn:aws:iam:::oidc-provider/gitlab.com | aws | | gitlab.com",
                "arn:${Token[AWS.Partition.3]}:iam::123456789012:oidc-provider/gitlab.com | | 123456789012 | gitlab.com",
                "${Token[TOKEN.7]}:oidc-provider/gitlab.com | | | gitlab.com",
            })
    void anArnIsReadAsFarAsItIsWrittenOut(String text, String partition, String account, String name) {
        ProviderArn arn = ProviderArn.parse(text).orElseThrow();

        assertThat(arn.partition()).isEqualTo(Optional.ofNullable(partition));
        assertThat(arn.account()).isEqualTo(Optional.ofNullable(account));
        assertThat(arn.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "${Token[TOKEN.7]}",
                "token.actions.githubusercontent.com",
                "arn:aws:iam::123456789012:saml-provider/gitlab.com",
                "arn:aws:iam::123456789012:oidc-provider/",
                "arn:aws:iam::123456789012:oidc-provider/${Token[TOKEN.7]}",
                "arn:aws:sts::123456789012:oidc-provider/gitlab.com",
            })
    void whatNamesNoProviderIsNone(String text) {
        assertThat(ProviderArn.parse(text)).isEmpty();
    }

    @Test
    void theProvidersOfAPolicyAreThoseOfGitHubThatItLetsIn() {
        String statement = "{\"Effect\": \"%s\", \"%s\": {\"Federated\": [%s]}, \"Action\": \"*\"}";
        TrustPolicy policy = TrustPolicy.parse("{\"Statement\": ["
                + String.join(
                        ",",
                        statement.formatted(
                                "Allow", "Principal", quoted(GITHUB) + ", " + quoted(GITHUB.replace("aws", "aws-cn"))),
                        statement.formatted("Allow", "Principal", quoted(GITHUB)),
                        statement.formatted("Allow", "Principal", quoted("arn:aws:iam::1:oidc-provider/gitlab.com")),
                        statement.formatted("Allow", "NotPrincipal", quoted(GITHUB.replace("123", "456"))),
                        statement.formatted("Deny", "Principal", quoted(GITHUB.replace("123", "789"))))
                + "]}");

        assertThat(ProviderArn.in(policy.document()))
                .extracting(ProviderArn::text)
                .containsExactly(GITHUB, GITHUB.replace("aws", "aws-cn"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, aws",
        "cn-north-1, aws-cn",
        "us-gov-west-1, aws-us-gov",
        "us-east-1, aws",
    })
    void aRegionIsInAPartition(String region, String partition) {
        assertThat(ProviderArn.partitionOf(region)).isEqualTo(partition);
    }
}
