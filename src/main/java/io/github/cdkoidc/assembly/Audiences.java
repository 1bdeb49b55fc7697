package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.RoleTemplate;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.Proof;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the roles of an account, as far as they can be read, answer to tokens that were minted for an audience. */
record Audiences(String audience, List<TrustPolicy> policies) {

    /** Asks the roles that are deployed beside a provider, in whatever stack. */
    static Audiences of(String audience, AppProvider provider, List<SynthesizedTemplate> app) {
        return new Audiences(
                audience,
                app.stream()
                        .filter(template ->
                                template.account().equals(provider.template().account()))
                        .flatMap(Audiences::policies)
                        .toList());
    }

    /** What cannot be read is a finding of its own. */
    private static Stream<TrustPolicy> policies(SynthesizedTemplate template) {
        try {
            RoleTemplate roles = RoleTemplate.parse(template.json());
            return roles.roles().stream().flatMap(role -> policy(roles, role));
        } catch (MalformedPolicyException e) {
            return Stream.empty();
        }
    }

    private static Stream<TrustPolicy> policy(RoleTemplate roles, String role) {
        try {
            return Stream.of(TrustPolicy.of(roles.trustPolicy(role)));
        } catch (MalformedPolicyException e) {
            return Stream.empty();
        }
    }

    /** Whether some role asks for the audience by name. */
    boolean isAskedFor() {
        return wanted(":aud").contains(audience);
    }

    /** The audiences that the roles test with keys that end so, by name. */
    Set<String> wanted(String key) {
        return policies.stream()
                .flatMap(policy -> policy.document().statements().stream())
                .flatMap(statement -> statement.conditions().stream())
                .filter(condition -> condition.key().toLowerCase(Locale.ROOT).endsWith(key))
                .filter(condition -> !condition.operator().comparison().isNegated())
                .flatMap(condition -> condition.values().stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A token that was minted for the audience, and that some role admits all the same. */
    Optional<Proof> proof() {
        return policies.stream().flatMap(this::proof).findFirst();
    }

    private Stream<Proof> proof(TrustPolicy policy) {
        return policy.lint().stream()
                .flatMap(finding -> finding.witness().stream())
                .map(this::minted)
                .filter(token -> policy.decide(token).isAllowed())
                .map(token -> new Proof(token, true));
    }

    private GitHubClaims minted(GitHubClaims token) {
        Map<String, String> claims = new TreeMap<>(token.values());
        claims.put("aud", audience);
        return GitHubClaims.of(claims);
    }
}
