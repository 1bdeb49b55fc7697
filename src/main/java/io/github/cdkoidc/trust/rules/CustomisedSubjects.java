package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectContext;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.ValuePart;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a statement admits of runs whose {@code sub} is written by a template. */
final class CustomisedSubjects {

    private static final Set<ConditionOperator> PLAIN =
            Set.of(ConditionOperator.STRING_EQUALS, ConditionOperator.STRING_LIKE);
    private static final String FILE = "job_workflow_ref";
    private static final String ANY_BRANCH = "refs/heads/any-branch";

    private CustomisedSubjects() {}

    /**
     * Whether the answer is known that no repository outside the policy can present such a {@code sub}. Whatever template a repository
     * chooses, GitHub alone writes what stands behind {@code repo:} at the start of {@code sub}, so it is known where each value starts
     * with {@code repo:} and a whole owner.
     */
    static boolean areOfNamedOwners(AllowStatement statement) {
        return statement.conditionsOn(AllowStatement.SUBJECT).stream()
                .filter(test -> PLAIN.contains(test.condition().operator()))
                .anyMatch(test -> test.condition().values().stream().allMatch(CustomisedSubjects::startsWithOwner));
    }

    private static boolean startsWithOwner(JsonNode value) {
        return CloudFormationExpression.pieces(value).stream()
                .findFirst()
                .filter(piece ->
                        piece instanceof ValuePart.Text text && new SubjectValue(text.text()).startsWithOwner())
                .isPresent();
    }

    /** What wildcards of a customised {@code sub} admit of a named repository, by the rule that says so of the default {@code sub}. */
    static Map<TrustRule, RuleMatch> runs(AllowStatement statement) {
        Map<TrustRule, RuleMatch> found = new EnumMap<>(TrustRule.class);
        if (hasWildcardsInTemplate(statement)) {
            statement.customised().admissions().stream()
                    .filter(Admission::hasOneRepository)
                    .forEach(admission -> admission
                            .example()
                            .ifPresent(token -> runs(statement, admission.fullName(), token, found)));
        }
        return found;
    }

    private static boolean hasWildcardsInTemplate(AllowStatement statement) {
        return statement.conditionsOn(AllowStatement.SUBJECT).stream()
                .flatMap(test -> test.condition().values().stream())
                .map(CloudFormationExpression::text)
                .anyMatch(text -> (text.contains("*") || text.contains("?")) && new SubjectValue(text).isOfTemplate());
    }

    private static void runs(
            AllowStatement statement, String repository, GitHubClaims token, Map<TrustRule, RuleMatch> found) {
        Optional<GitHubClaims> pull = at(statement, token, SubjectContext.PULL_REQUEST, "refs/pull/1/merge");
        Optional<GitHubClaims> branch = at(statement, token, new SubjectContext.Ref(ANY_BRANCH), ANY_BRANCH);
        Optional<GitHubClaims> tag =
                at(statement, token, new SubjectContext.Ref("refs/tags/any-tag"), "refs/tags/any-tag");
        Optional<GitHubClaims> environment =
                at(statement, token, new SubjectContext.Environment("any-environment"), ANY_BRANCH);
        if (pull.isPresent() && branch.isPresent() && tag.isPresent() && environment.isPresent()) {
            add(found, TrustRule.ANY_RUN, statement, pull, "any run of " + repository);
        } else {
            add(found, TrustRule.PULL_REQUEST, statement, pull, "a pull request of " + repository);
            add(found, TrustRule.UNBOUNDED_BRANCHES, statement, branch, "a branch outside the policy");
            add(found, TrustRule.UNBOUNDED_TAGS, statement, tag, "a tag outside the policy");
            add(found, TrustRule.UNBOUNDED_ENVIRONMENTS, statement, environment, "an environment outside the policy");
        }
        add(
                found,
                TrustRule.ANY_WORKFLOW_VERSION,
                statement,
                ofAnyVersion(statement, token),
                "any version of the workflow file");
    }

    private static void add(
            Map<TrustRule, RuleMatch> found,
            TrustRule rule,
            AllowStatement statement,
            Optional<GitHubClaims> token,
            String who) {
        token.ifPresent(witness ->
                found.putIfAbsent(rule, RuleMatch.access(statement.placeOf(AllowStatement.SUBJECT), witness, who)));
    }

    /** The same run in another context, if it is admitted. */
    private static Optional<GitHubClaims> at(
            AllowStatement statement, GitHubClaims token, SubjectContext context, String ref) {
        GitHubClaims other = token.get("sub")
                .flatMap(SubjectFormat::parse)
                .map(sub -> TokenVariants.with(token, "sub", sub.with(context).text()))
                .map(run -> TokenVariants.with(run, "ref", ref))
                .orElse(token);
        GitHubClaims run = context instanceof SubjectContext.Environment environment
                ? TokenVariants.with(other, "environment", environment.name())
                : TokenVariants.without(other, "environment");
        return Optional.of(run).filter(changed -> !changed.equals(token)).filter(statement::admits);
    }

    /** The same run of the workflow file at another ref, if its {@code sub} says which file it is and it is admitted. */
    private static Optional<GitHubClaims> ofAnyVersion(AllowStatement statement, GitHubClaims token) {
        return token.get("sub")
                .flatMap(sub -> SubjectFormat.claims(sub).stream()
                        .filter(claim -> claim.getKey().equals(FILE))
                        .findFirst()
                        .map(claim -> {
                            String other = claim.getValue().replaceFirst("@.*", "@" + ANY_BRANCH);
                            return TokenVariants.with(
                                    TokenVariants.with(token, "sub", sub.replace(claim.getValue(), other)),
                                    FILE,
                                    other);
                        }))
                .filter(statement::admits);
    }
}
