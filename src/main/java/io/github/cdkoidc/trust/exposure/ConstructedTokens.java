package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.Glob;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.ValuePattern;
import io.github.cdkoidc.internal.tokens.MatchingSubjects;
import io.github.cdkoidc.policy.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tokens of repositories outside a policy, made from the policy's patterns one by one. They answer where the automaton of all patterns
 * is too large: whoever of them is admitted, is surely admitted, and nothing is known of the others.
 */
final class ConstructedTokens {

    private static final String BRANCH = "refs/heads/main";

    private final PolicyEvaluator policy;
    private final Set<String> owners = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> repositories = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ConstructedTokens(PolicyEvaluator policy) {
        this.policy = policy;
        LiteralNames names = new LiteralNames(policy.statements());
        owners.addAll(names.of(NameKind.OWNER));
        repositories.addAll(names.of(NameKind.REPOSITORY));
    }

    /** The first token of an owner outside the policy, or else of a repository outside it, that the policy admits and is wanted. */
    Optional<Admission> admission(Predicate<GitHubClaims> wanted) {
        List<GitHubClaims> admitted = policy.statements().stream()
                .filter(statement -> statement.statement().effect() == Effect.ALLOW)
                .flatMap(ConstructedTokens::tokens)
                .filter(token -> policy.evaluate(token).isAllowed())
                .filter(wanted)
                .toList();
        return admitted.stream()
                .filter(token -> !owners.contains(owner(token)))
                .findFirst()
                .map(token -> admission(Admission.ANY, token))
                .or(() -> admitted.stream()
                        .filter(token -> !repositories.contains(name(token)))
                        .findFirst()
                        .map(token -> admission(owner(token), token)));
    }

    private static Admission admission(String owner, GitHubClaims token) {
        Extent unknown = new Extent.Unknown(List.of("only some tokens were tried"));
        boolean immutable = SubjectFormat.repository(token.get("sub").orElse(""))
                .filter(SubjectRepository::isImmutable)
                .isPresent();
        return new Admission(
                owner,
                Admission.ANY,
                !immutable,
                immutable,
                unknown,
                unknown,
                unknown,
                unknown,
                Optional.of(token),
                Optional.empty());
    }

    private static String owner(GitHubClaims token) {
        return token.get("repository_owner").orElse("");
    }

    private static String name(GitHubClaims token) {
        return SubjectRepository.of(token.get("repository").orElse(""))
                .map(SubjectRepository::name)
                .orElse("");
    }

    private static Stream<GitHubClaims> tokens(StatementEvaluator statement) {
        List<String> subjects = new ArrayList<>();
        for (ConditionEvaluator condition : statement.conditions()) {
            if (condition.key().claim().equals(GitHubClaim.SUB.claimName()) && condition.isPositive()) {
                condition.values().forEach(value -> subjects.addAll(MatchingSubjects.of(value.pattern())));
            }
        }
        if (subjects.isEmpty()) {
            subjects.addAll(MatchingSubjects.any());
        }
        Stream<String> keys =
                statement.conditions().stream().map(condition -> condition.key().issuer());
        List<String> issuers = Stream.concat(statement.principals().issuers().stream(), keys)
                .filter(GitHubIssuer::isOne)
                .map(url -> GitHubIssuer.ofUrl(url).url())
                .distinct()
                .toList();
        return issuers.stream().flatMap(issuer -> subjects.stream().map(sub -> token(statement, issuer, sub)));
    }

    private static GitHubClaims token(StatementEvaluator statement, String issuer, String sub) {
        SubjectRepository repository =
                SubjectFormat.repository(sub).orElse(new SubjectRepository("mallory", "", "stranger", ""));
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", sub);
        claims.put("aud", GitHubClaims.DEFAULT_AUDIENCE);
        claims.put("repository", repository.classic().text());
        claims.put("repository_owner", repository.owner());
        claims.put("repository_owner_id", repository.ownerId().isEmpty() ? "1" : repository.ownerId());
        claims.put("repository_id", repository.repositoryId().isEmpty() ? "1" : repository.repositoryId());
        claims.put("ref", BRANCH);
        Set<String> told = new TreeSet<>(List.of("sub", "environment"));
        for (Map.Entry<String, String> claim : SubjectFormat.claims(sub)) {
            if (!claim.getValue().isEmpty() && !claim.getKey().equals("repo")) {
                claims.put(claim.getKey(), SubjectFormat.unescaped(claim.getValue()));
                told.add(claim.getKey());
            }
        }
        statement.conditions().forEach(condition -> fill(claims, told, condition));
        return GitHubClaims.of(claims);
    }

    /** Gives a claim that names no tenant, and that {@code sub} does not tell, a text that matches the first value it is compared with. */
    private static void fill(Map<String, String> claims, Set<String> told, ConditionEvaluator condition) {
        String claim = condition.key().claim();
        boolean free = Stream.of(GitHubClaim.values())
                .anyMatch(one -> one.claimName().equals(claim) && !one.namesTenant() && !told.contains(claim));
        if (free && condition.isPositive()) {
            claims.put(claim, filled(condition.values().get(0).pattern()));
        }
    }

    private static String filled(ValuePattern pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            int wanted = pattern.at(i);
            if (wanted != Glob.STAR) {
                text.appendCodePoint(wanted == Glob.ANY ? 'a' : wanted);
            }
        }
        return text.toString();
    }
}
