package io.github.cdkoidc;

import static io.github.cdkoidc.Example.ACCOUNT;
import static io.github.cdkoidc.Example.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.constructs.Construct;

class GitHubOidcProviderTest {

    private static final GitHubIssuer SERVER = GitHubIssuer.enterpriseServer("github.example.com");

    /** Whoever has deployed it would otherwise meet EntityAlreadyExists: the new provider is made before the old one goes. */
    @Test
    void itsLogicalIdNeverChanges() {
        Stack stack = TestApp.stack();
        GitHubOidcProvider.forStack(new Construct(stack, "Group"));
        GitHubOidcProvider.forStack(stack, SERVER);

        assertThat(TestApp.template(stack).path("Resources").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "GitHubOidcProvider7EBF861F", "GitHubOidcProvidergithubexamplecomservicestoken1E47D4DD");
    }

    @Test
    void aStackHasOneHoweverManyRolesAsk() {
        Stack stack = TestApp.stack();
        GitHubOidcProvider provider = GitHubOidcProvider.forStack(stack);

        assertThat(List.of(role(stack, "One"), role(new Construct(stack, "Group"), "Two")))
                .extracting(GitHubOidcRole::getProvider)
                .containsOnly(provider);
        assertThat(audiences(stack)).hasSize(1);
    }

    @Test
    void aNestedStackSharesTheOneOfTheStackThatItIsPartOf() {
        Stack stack = TestApp.stack();
        Stack nested = new NestedStack(new NestedStack(stack, "Outer"), "Inner");

        assertThat(GitHubOidcProvider.forStack(nested)).isSameAs(GitHubOidcProvider.forStack(stack));
        assertThat(GitHubOidcProvider.fromAccount(nested)).isSameAs(GitHubOidcProvider.fromAccount(stack));
    }

    @Test
    void twoStacksHaveTwo() {
        Stack stack = TestApp.stack();
        Stack other = new Stack((App) stack.getNode().getRoot(), "Other");

        assertThat(GitHubOidcProvider.forStack(stack)).isNotSameAs(GitHubOidcProvider.forStack(other));
        assertThat(audiences(stack)).hasSize(1);
        assertThat(audiences(other)).hasSize(1);
    }

    @Test
    void everyIssuerHasItsOwn() {
        Stack stack = TestApp.stack();

        assertThat(GitHubOidcProvider.forStack(stack).getIssuer()).isEqualTo(GitHubIssuer.GITHUB_COM);
        assertThat(GitHubOidcProvider.forStack(stack, SERVER).getIssuer()).isEqualTo(SERVER);
        assertThat(GitHubOidcProvider.forStack(stack, SERVER))
                .isSameAs(GitHubOidcProvider.forStack(stack, GitHubIssuer.ofUrl(SERVER.url())))
                .isNotSameAs(GitHubOidcProvider.forStack(stack));
    }

    @Test
    void theAccountsOwnIsImportedAnyNumberOfTimesAndMakesNothing() {
        Stack stack = TestApp.stack();
        IOidcProvider imported = GitHubOidcProvider.fromAccount(stack);

        assertThat(GitHubOidcProvider.fromAccount(new Construct(stack, "Group")))
                .isSameAs(imported);
        assertThat(GitHubOidcProvider.fromAccount(stack, SERVER)).isNotSameAs(imported);
        assertThat(TestApp.template(stack).path("Resources")).isEmpty();
    }

    @Test
    void theAccountsOwnIsOfTheAccountAndPartitionThatTheStackIsDeployedTo() {
        Stack stack = TestApp.stack();

        assertThat(stack.resolve(GitHubOidcProvider.fromAccount(stack).getOidcProviderArn()))
                .hasToString("{Fn::Join=[, [arn:, {Ref=AWS::Partition}, :iam::, {Ref=AWS::AccountId}, "
                        + ":oidc-provider/token.actions.githubusercontent.com]]}");
    }

    @ParameterizedTest
    @CsvSource({
        "cn-north-1,     sts.amazonaws.com.cn",
        "cn-northwest-1, sts.amazonaws.com.cn",
        "us-gov-west-1,  sts.amazonaws.com",
        "eu-central-1,   sts.amazonaws.com"
    })
    void itsAudienceIsTheOneOfTheRegion(String region, String audience) {
        Stack stack = TestApp.stack(ACCOUNT, region);
        GitHubOidcProvider.forStack(stack);

        assertThat(audiences(stack)).containsExactly("[\"" + audience + "\"]");
    }

    @Test
    void itsAudienceIsTheCommonOneWhereTheRegionIsNotKnown() {
        Stack stack = TestApp.stack();
        GitHubOidcProvider.forStack(stack);

        assertThat(audiences(stack)).containsExactly("[\"sts.amazonaws.com\"]");
    }

    @Test
    void itTakesEveryAudienceThatARoleAsksForOnce() {
        Stack stack = TestApp.stack();
        role(stack, "One");
        Example.builder(stack, "Two").audience("octo").build();
        Example.builder(stack, "Three")
                .audience("cat")
                .provider(GitHubOidcProvider.forStack(stack))
                .build();
        Example.builder(stack, "Four").audience("octo").build();

        assertThat(audiences(stack)).containsExactly("[\"sts.amazonaws.com\",\"octo\",\"cat\"]");
    }

    /** The audiences of each provider in the template. */
    private static List<String> audiences(Stack stack) {
        return TestApp.template(stack).findValues("ClientIdList").stream()
                .map(JsonNode::toString)
                .toList();
    }
}
