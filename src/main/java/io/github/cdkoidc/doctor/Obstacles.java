package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says why a role denies a token, beside its subject. */
final class Obstacles {

    private Obstacles() {}

    /** Why the statement that is nearest to admitting the token denies it. */
    static Stream<String> of(DoctorRole role, GitHubClaims token) {
        return role.policy().document().statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .filter(statement ->
                        !statement.principals().of(PrincipalType.FEDERATED).isEmpty())
                .map(statement -> failing(statement, token))
                .min(Comparator.comparingInt(List::size))
                .stream()
                .flatMap(keys -> keys.isEmpty()
                        ? Stream.of("a statement of it denies the token")
                        : keys.stream()
                                .filter(key -> !key.equals("sub"))
                                .map(key -> "its condition on " + key + " fails"));
    }

    private static List<String> failing(Statement statement, GitHubClaims token) {
        return statement.conditions().stream()
                .filter(condition -> fails(statement, condition, token))
                .map(condition -> condition.key().replaceFirst("^.*[:/]", ""))
                .distinct()
                .toList();
    }

    private static boolean fails(Statement statement, Condition condition, GitHubClaims token) {
        return statement.principals().of(PrincipalType.FEDERATED).stream()
                .map(provider ->
                        TrustPolicy.of(new PolicyDocument(List.of(Statement.allow(provider, List.of(condition))))))
                .allMatch(policy -> policy.decide(token).isDenied());
    }
}
