package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.ValueMatcher;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.ValuePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the claims of a token agree with the policy variables that name them. An automaton takes a variable for any text, and so its
 * example may hold one text where the policy has {@code ${token.actions.githubusercontent.com:actor}} and another in {@code actor}.
 */
final class VariableValues {

    private VariableValues() {}

    /** The same token, with each claim that a variable stands for as the variable's place in another claim has it. */
    static GitHubClaims agreeing(GitHubClaims token, List<StatementEvaluator> statements) {
        GitHubClaims agreeing = token;
        for (StatementEvaluator statement : statements) {
            for (ConditionEvaluator condition : statement.conditions()) {
                String claim = TokenRequest.of(token).claim(condition.key());
                for (ValueMatcher value : condition.values()) {
                    if (claim != null && value.hasVariables()) {
                        agreeing = agreeing(agreeing, claim, value.pieces());
                    }
                }
            }
        }
        return agreeing;
    }

    private static GitHubClaims agreeing(GitHubClaims token, String claim, List<ValuePart> pieces) {
        StringBuilder pattern = new StringBuilder();
        List<@Nullable ConditionKey> keys = new ArrayList<>();
        for (ValuePart piece : pieces) {
            if (piece instanceof ValuePart.Text text) {
                text.text().chars().forEach(c -> pattern.append(wildcard((char) c)));
            } else if (piece instanceof ValuePart.Exact exact) {
                pattern.append(Pattern.quote(exact.text()));
            } else {
                pattern.append("(.*?)");
                keys.add(piece instanceof ValuePart.Variable variable ? variable.key() : null);
            }
        }
        Matcher matcher = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(claim);
        return matcher.matches() ? with(token, matcher, keys) : token;
    }

    private static String wildcard(char c) {
        return switch (c) {
            case '*' -> ".*?";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
        };
    }

    private static GitHubClaims with(GitHubClaims token, Matcher matcher, List<@Nullable ConditionKey> keys) {
        Map<String, String> claims = new TreeMap<>(token.values());
        for (int i = 0; i < keys.size(); i++) {
            ConditionKey key = keys.get(i);
            if (key != null && key.isPopulated()) {
                claims.put(key.claim(), matcher.group(i + 1));
            }
        }
        return GitHubClaims.of(claims);
    }
}
