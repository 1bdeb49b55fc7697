package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.soundness.OracleText.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A second opinion on what a trust policy admits. It is written from what IAM documents, and shares nothing with the library: it knows
 * one token at a time, and says {@link Certainty#UNKNOWN} where the request or the deployment decides.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy evaluation logic</a>
 */
final class IamOracle {

    /** The account of the role. */
    static final String OWN_ACCOUNT = "111122223333";

    private static final String WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity";
    private static final String ISSUER = "token.actions.githubusercontent.com";

    private final Map<String, String> parameters;
    private final boolean variables;
    private final List<Clause> clauses = new ArrayList<>();

    private record Clause(JsonNode json, boolean allow, List<OracleCondition> conditions) {}

    /**
     * Reads a policy.
     *
     * @param json the document
     * @param parameters what is taken for the parameters of the template, by name; any other parameter may be any text
     */
    IamOracle(String json, Map<String, String> parameters) {
        JsonNode document = OracleJson.read(json);
        this.parameters = parameters;
        variables = document.path("Version").asText().equals("2012-10-17");
        for (JsonNode statement : OracleJson.list(document.path("Statement"))) {
            List<OracleCondition> conditions = new ArrayList<>();
            statement
                    .path("Condition")
                    .properties()
                    .forEach(block -> block.getValue()
                            .properties()
                            .forEach(test -> conditions.add(new OracleCondition(
                                    block.getKey(), test.getKey(), test.getValue(), parameters, variables))));
            clauses.add(new Clause(statement, statement.path("Effect").asText().equals("Allow"), conditions));
        }
    }

    /**
     * Whether a token is admitted.
     *
     * @param claims the claims; an issuer that is missing is github.com
     */
    Certainty admits(Map<String, String> claims) {
        String issuer = claims.getOrDefault("iss", "https://" + ISSUER).replaceFirst("^https://", "");
        return decide(WEB_IDENTITY, issuer, claims, principal -> federated(issuer, principal), Certainty.TRUE);
    }

    /** Whether the roles and users of an account that the policy's role is not in are admitted. */
    Certainty admitsForeignAccount() {
        return decide("sts:AssumeRole", ISSUER, Map.of(), IamOracle::foreignAccount, Certainty.TRUE);
    }

    private Certainty decide(
            String action,
            String issuer,
            Map<String, String> claims,
            Function<JsonNode, Certainty> principals,
            Certainty everyone) {
        Certainty allowed = Certainty.FALSE;
        Certainty denied = Certainty.FALSE;
        for (Clause clause : clauses) {
            Certainty applies = action(clause.json(), action);
            if (applies != Certainty.FALSE) {
                JsonNode principal = clause.json().path("Principal");
                applies = applies.and(principal.isTextual() ? everyone : principals.apply(principal));
            }
            for (OracleCondition condition : clause.conditions()) {
                if (applies == Certainty.FALSE) {
                    break;
                }
                applies = applies.and(condition.holds(issuer, claims));
            }
            if (clause.allow()) {
                allowed = allowed.or(applies);
            } else {
                denied = denied.or(applies);
            }
        }
        return allowed.and(denied.not());
    }

    private Certainty action(JsonNode statement, String action) {
        Certainty any = Certainty.FALSE;
        for (JsonNode value : OracleJson.list(statement.path("Action"))) {
            any = any.or(OracleText.of(value, parameters, false, Comparison.PATTERN_IGNORING_CASE)
                    .matches(action));
        }
        return any;
    }

    /** A wildcard in a provider's ARN may stand for GitHub's. Everyone of AWS is everyone, as {@code "Principal": "*"} is. */
    private static Certainty federated(String issuer, JsonNode principal) {
        Certainty any = Certainty.FALSE;
        for (JsonNode value : OracleJson.list(principal.path("Federated"))) {
            String arn = value.asText();
            if (arn.equals("*")) {
                any = Certainty.TRUE;
            } else if (!value.isTextual() || arn.contains("*") || arn.contains("?")) {
                any = any.or(Certainty.UNKNOWN);
            } else {
                any = any.or(Certainty.of(arn.matches("arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/.*")
                        && arn.endsWith(":oidc-provider/" + issuer)));
            }
        }
        for (JsonNode value : OracleJson.list(principal.path("AWS"))) {
            any = any.or(Certainty.of(value.asText().equals("*")));
        }
        return any;
    }

    private static Certainty foreignAccount(JsonNode principal) {
        Certainty any = Certainty.FALSE;
        for (JsonNode value : OracleJson.list(principal.path("AWS"))) {
            if (value.isTextual()) {
                any = any.or(Certainty.of(!value.asText().contains(OWN_ACCOUNT)));
            }
        }
        return any;
    }
}
