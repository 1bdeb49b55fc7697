package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustPolicyTest {

    private static final TrustPolicy POLICY = policy("provider", "first", "second");

    @Test
    void aPolicyOfNobodyHasNoStatement() {
        assertThat(TrustPolicy.of(new PolicyDocument(List.of())).toJson())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
    }

    @Test
    void whatIsReadIsWrittenWithAllThatItSays() {
        String json =
                "{\"Version\":\"2008-10-17\",\"Id\":\"trust\",\"Statement\":[{\"Sid\":\"GitHub\",\"Effect\":\"Deny\","
                        + "\"NotPrincipal\":{\"AWS\":\"*\"},\"NotAction\":[\"sts:*\",\"sts:TagSession\"],"
                        + "\"Condition\":{\"ForAnyValue:StringLikeIfExists\":{\"key\":\"first\"}}}]}";

        assertThat(TrustPolicy.parse(json).toJson()).isEqualTo(json);
        assertThat(TrustPolicy.parse(json)).hasToString(json);
    }

    @Test
    void policiesThatSayTheSameAreEqual() {
        assertThat(POLICY)
                .isEqualTo(policy("provider", "first", "second"))
                .hasSameHashCodeAs(policy("provider", "first", "second"))
                .isNotEqualTo(policy("provider", "second", "first"))
                .isNotEqualTo(policy("other", "first", "second"));
    }

    @Test
    void everyProviderAndValueCanBeReplacedByAnExpression() {
        JsonNode expression = JsonNodeFactory.instance.objectNode().put("Ref", "Provider");

        PolicyDocument replaced = POLICY.document().map(value -> value.asText().equals("first") ? value : expression);

        assertThat(replaced.toJson())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Federated\":{\"Ref\":\"Provider\"}},"
                        + "\"Action\":\"sts:AssumeRoleWithWebIdentity\","
                        + "\"Condition\":{\"StringEquals\":{\"key\":[\"first\",{\"Ref\":\"Provider\"}]}}}]}");
    }

    @Test
    void theLengthIsThatOfTheJson() {
        assertThat(POLICY.document().length())
                .isEqualTo(POLICY.toJson().length())
                .isEqualTo(191);
    }

    @Test
    void aTokenHasNoLength() {
        assertThat(policy("${Token[TOKEN.7]}", "first", "a${Token[TOKEN.8]}b")
                        .document()
                        .length())
                .isEqualTo(policy("", "first", "ab").document().length());
    }

    @Test
    void theStatementsConditionsAndValuesAreCopies() {
        List<JsonNode> values = new ArrayList<>(List.of(TextNode.valueOf("first"), TextNode.valueOf("second")));
        List<Condition> conditions =
                new ArrayList<>(List.of(new Condition(ConditionOperator.STRING_EQUALS, "key", values)));
        List<Statement> statements =
                new ArrayList<>(List.of(Statement.allow(TextNode.valueOf("provider"), conditions)));
        TrustPolicy policy = TrustPolicy.of(new PolicyDocument(statements));

        values.clear();
        conditions.clear();
        statements.clear();

        assertThat(policy).isEqualTo(POLICY);
    }

    /** JSON would keep one of the two, and the other test would be gone. */
    @Test
    void aStatementTestsAKeyOncePerOperator() {
        Condition tight = new Condition(ConditionOperator.STRING_EQUALS, "key", List.of(TextNode.valueOf("tight")));
        Condition loose = new Condition(ConditionOperator.STRING_EQUALS, "key", List.of(TextNode.valueOf("loose")));
        List<Condition> conditions = List.of(tight, loose);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.allow(TextNode.valueOf("provider"), conditions))
                .withMessage("condition key \"key\" stands twice under StringEquals, and JSON keeps one of the two: "
                        + "write all its values in one condition");
    }

    private static TrustPolicy policy(String provider, String... values) {
        List<JsonNode> nodes =
                Arrays.stream(values).<JsonNode>map(TextNode::valueOf).toList();
        return TrustPolicy.of(new PolicyDocument(List.of(Statement.allow(
                TextNode.valueOf(provider), List.of(new Condition(ConditionOperator.STRING_EQUALS, "key", nodes))))));
    }

    /** IAM's quota counts what is not blank, in values too. */
    @Test
    void blanksCountNothing() {
        String statement =
                "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Condition\":{\"StringEquals\":{\"a:b\":\"c%sd\"}}}";
        String policy = "{\"Statement\":" + statement + "}";

        assertThat(TrustPolicy.parse(policy.formatted(" \u00a0  ")).document().length())
                .isEqualTo(TrustPolicy.parse(policy.formatted("")).document().length() + 1);
    }
}
