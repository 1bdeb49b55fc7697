package io.github.cdkoidc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTemplateTest {

    private static final GitHubClaims RUN = GitHubClaims.of(GitHubRepository.of("octo-org/octo-repo"))
            .branch("main")
            .build();

    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Federated": {"Ref": "Provider"}},
             "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals":
             {"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"}}}}""";

    private static final String PROVIDER = """
            "Provider": {"Type": "AWS::IAM::OIDCProvider",
             "Properties": {"Url": "https://token.actions.githubusercontent.com"}}""";

    @Test
    void theRolesAreThereInTheirOrderAndNothingElseIs() {
        String template = template(role("Second", POLICY) + "," + PROVIDER + "," + role("First", POLICY)
                + ", \"Topic\": {\"Type\": \"AWS::SNS::Topic\"}");

        assertThat(TrustPolicy.inTemplate(template)).containsOnlyKeys("Second", "First");
        assertThat(RoleTemplate.parse(template).roles()).containsExactly("Second", "First");
    }

    @Test
    void aProviderOfTheTemplateIsKnownAndStillWrittenAsTheTemplateHasIt() {
        TrustPolicy policy = TrustPolicy.inTemplate(template(role("Role", POLICY) + "," + PROVIDER))
                .get("Role");

        assertThat(policy.decide(RUN).isAllowed()).isTrue();
        assertThat(policy.toJson()).contains("\"Federated\":{\"Ref\":\"Provider\"}");
    }

    @Test
    void aProviderOfElsewhereIsKnownOnceItIsTold() {
        TrustPolicy policy = TrustPolicy.parse(POLICY);
        var expression = JsonNodeFactory.instance.objectNode().put("Ref", "Provider");

        assertThat(policy.decide(RUN).isUndecided()).isTrue();
        assertThat(TrustPolicy.of(policy.document()
                                .withProvider(expression, "https://token.actions.githubusercontent.com"))
                        .decide(RUN)
                        .isAllowed())
                .isTrue();
        assertThat(TrustPolicy.of(policy.document().withProvider(expression, "https://gitlab.com"))
                        .decide(RUN)
                        .isDenied())
                .isTrue();
        assertThat(policy.document().withProvider(expression, "token.actions.githubusercontent.com"))
                .isEqualTo(policy.document())
                .returns(Map.of(expression, "token.actions.githubusercontent.com"), PolicyDocument::providers);
    }

    @Test
    void aRoleThatCannotBeReadLeavesTheOthersReadable() {
        RoleTemplate template = RoleTemplate.parse(template(
                role("Bad", "{\"Fn::If\": [\"Production\", {}, {}]}") + "," + role("Good", POLICY) + "," + PROVIDER));

        assertThat(TrustPolicy.of(template.trustPolicy("Good")).decide(RUN).isAllowed())
                .isTrue();
        assertThatExceptionOfType(MalformedPolicyException.class)
                .isThrownBy(() -> template.trustPolicy("Bad"))
                .withMessageStartingWith("/Resources/Bad/Properties/AssumeRolePolicyDocument/Fn::If")
                .matches(e -> e.pointer().startsWith(template.pointer("Bad")))
                .matches(e -> e.line() == 0 && e.column() == 0);
    }

    @Test
    void thePlaceInADocumentThatIsATextIsThatOfTheTextToo() {
        RoleTemplate template = RoleTemplate.parse(template(role("Role", "\"{\\\"Version\\\": 1}\"")));

        assertThatExceptionOfType(MalformedPolicyException.class)
                .isThrownBy(() -> template.trustPolicy("Role"))
                .withMessageStartingWith(
                        "/Resources/Role/Properties/AssumeRolePolicyDocument/Version (line 1, column 13)");
    }

    @Test
    void aRoleWithoutATrustPolicyIsRefused() {
        RoleTemplate template = RoleTemplate.parse(template("\"Role\": {\"Type\": \"AWS::IAM::Role\"}"));

        assertThatExceptionOfType(MalformedPolicyException.class)
                .isThrownBy(() -> template.trustPolicy("Role"))
                .withMessageContaining("role has no trust policy");
    }

    @Test
    void aRoleThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RoleTemplate.parse(template(role("Role", POLICY))).trustPolicy("Rolle"))
                .withMessage("role \"Rolle\" is not in this template: write one of [Role]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{}", "{\"Resources\": []}", "{\"Resources\": {}, \"Resources\": {}}"})
    void whatIsNoTemplateIsRefused(String template) {
        assertThatExceptionOfType(MalformedPolicyException.class).isThrownBy(() -> TrustPolicy.inTemplate(template));
    }

    @Test
    void aResourceThatIsNoObjectIsRefused() {
        assertThatExceptionOfType(MalformedPolicyException.class)
                .isThrownBy(() -> RoleTemplate.parse("{\"Resources\": {\"Fn::ForEach::Roles\": []}}"))
                .withMessageStartingWith("/Resources/Fn::ForEach::Roles: resource is not an object");
    }

    private static String template(String resources) {
        return "{\"Resources\": {" + resources + "}}";
    }

    private static String role(String id, String policy) {
        return "\"" + id + "\": {\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"AssumeRolePolicyDocument\": " + policy
                + "}}";
    }
}
