package io.github.cdkoidc.trust.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a parameter's default was used is said, and only where it was. */
class ParameterDefaultTest {

    private static List<String> found(String parameter, String sub) {
        TrustPolicy policy =
                TrustPolicy.inTemplate("""
                        {"Parameters": {"Branch": %s}, "Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {
                          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                            "Principal": {"Federated":
                              "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
                            "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {
                              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                              "token.actions.githubusercontent.com:sub": %s}}}]}}}}}""".formatted(parameter, sub)).get("R");
        return policy.lint().stream()
                .filter(finding -> finding.rule() == TrustRule.PARAMETER_DEFAULT)
                .map(Finding::message)
                .toList();
    }

    @Test
    void theParameterAndItsDefaultAreNamed() {
        String message = "value is judged with \"main\", the default of parameter Branch";
        String parameter = "{\"Type\": \"String\", \"Default\": \"main\"}";

        assertThat(found(parameter, "{\"Fn::Sub\": \"repo:octo-org/octo-repo:ref:refs/heads/${Branch}\"}"))
                .containsExactly(message);
        assertThat(found(
                        parameter,
                        "{\"Fn::Join\": [\"\", [\"repo:octo-org/octo-repo:ref:refs/heads/\", {\"Ref\": \"Branch\"}]]}"))
                .containsExactly(message);
    }

    @Test
    void nothingIsSaidOfWhatIsWrittenOutOrHasNoDefault() {
        assertThat(found(
                        "{\"Type\": \"String\", \"Default\": \"main\"}",
                        "\"repo:octo-org/octo-repo:ref:refs/heads/main\""))
                .isEmpty();
        assertThat(found(
                        "{\"Type\": \"String\"}",
                        "{\"Fn::Sub\": \"repo:octo-org/octo-repo:ref:refs/heads/${Branch}\"}"))
                .isEmpty();
    }

    @Test
    void theDefaultOfAStoredParameterIsItsNameAndOfAListNoText() {
        for (String type : List.of("AWS::SSM::Parameter::Value<String>", "CommaDelimitedList", "List<Number>")) {
            assertThat(found(
                            "{\"Type\": \"" + type + "\", \"Default\": \"main\"}",
                            "{\"Fn::Sub\": \"repo:octo-org/octo-repo:ref:refs/heads/${Branch}\"}"))
                    .as(type)
                    .isEmpty();
        }
    }
}
