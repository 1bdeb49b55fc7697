package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.Optional;

/** Finds repositories outside the policy that a statement admits. */
final class UnnamedRepository {

    private UnnamedRepository() {}

    /** The repository can have any name, and its owner is named. */
    static Optional<RuleMatch> anyRepositoryOfOwner(AllowStatement statement, Admission admission) {
        return admission
                .example()
                .filter(token -> statement.admits(TokenVariants.ofRepository(token, "any-repo"))
                        && statement.admits(TokenVariants.ofRepository(token, "stranger")))
                .map(token -> access(statement, token));
    }

    /** The repository, or its owner, has a name like the one that is written out. It is what is left if neither can have any name. */
    static Optional<RuleMatch> namePrefix(AllowStatement statement, Admission admission) {
        return admission.hasOneOwner()
                ? admission.example().map(token -> access(statement, token))
                : UnnamedOwner.namePrefix(statement, admission);
    }

    private static RuleMatch access(AllowStatement statement, GitHubClaims token) {
        return UnnamedOwner.access(statement.placeOf(AllowStatement.SUBJECT), token);
    }

    /** A repository can choose the subject, because it customises what GitHub writes into it. */
    static Optional<RuleMatch> chosenSubject(AllowStatement statement) {
        return CustomisedSubjects.areOfNamedOwners(statement)
                ? Optional.empty()
                : UnintendedAccess.outside(statement.customised(), Admission::hasOneOwner)
                        .flatMap(Admission::example)
                        .map(token -> RuleMatch.access(
                                statement.placeOf(AllowStatement.SUBJECT),
                                token,
                                "any repository that customises its subject"));
    }
}
