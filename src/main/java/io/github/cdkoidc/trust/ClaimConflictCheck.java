package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.RepositorySubject;
import io.github.cdkoidc.claims.SubjectFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds subjects against the claims beside them: a subject's runs present some in one way only, and the two are ANDed. */
final class ClaimConflictCheck {

    private ClaimConflictCheck() {}

    /** Refuses a claim that demands what no run of a subject presents, as far as the subject says what its runs present. */
    static void refuse(List<GitHubSubject> subjects, Map<GitHubClaim, List<ClaimValue>> claims) {
        for (GitHubSubject subject : subjects) {
            if (subject instanceof RepositorySubject runs) {
                claims.forEach((claim, values) -> refuse(runs, claim, values));
            }
        }
    }

    private static void refuse(RepositorySubject runs, GitHubClaim claim, List<ClaimValue> values) {
        if (claim == GitHubClaim.ENVIRONMENT && hasNoEnvironment(runs)) {
            throw new IllegalArgumentException(shown(runs)
                    + " is of runs without an environment, and claim ENVIRONMENT demands one, so none of them could assume the role: "
                    + "write environment(\"…\") for the subject, or leave the claim out");
        }
        Optional<String> presented = presented(runs, claim);
        if (presented.isPresent() && values.stream().noneMatch(value -> mayMatch(value, presented.get()))) {
            throw new IllegalArgumentException(shown(runs) + " presents \"" + presented.get() + "\" for claim " + claim
                    + ", which demands \"" + values.get(0).text()
                    + "\", so none of its runs could assume the role: write "
                    + "claim(GitHubClaim." + claim + ", \"" + presented.get() + "\"), or leave the subject out");
        }
    }

    /** By GitHub's default, an environment stands in {@code sub} in place of all else. A customised one may hold both. */
    private static boolean hasNoEnvironment(RepositorySubject runs) {
        return !(runs instanceof GitHubSubject.Environment)
                && !(runs instanceof GitHubSubject.AnyRun)
                && runs.repository().subjectTemplate().keys().contains("context");
    }

    private static Optional<String> presented(RepositorySubject runs, GitHubClaim claim) {
        GitHubRepository repository = runs.repository();
        return switch (claim) {
            case REF, ENVIRONMENT -> runs.claim(claim.claimName());
            case REPOSITORY -> Optional.of(repository.fullName());
            case REPOSITORY_ID -> repository.ids().map(ids -> Long.toString(ids.repository()));
            case REPOSITORY_OWNER_ID -> repository.ids().map(ids -> Long.toString(ids.owner()));
            default -> Optional.empty();
        };
    }

    /** Whether two may be the same, or it is not known: of a pattern, of what the deployment knows, of a colon in {@code sub}. */
    private static boolean mayMatch(ClaimValue value, String presented) {
        return value.isPattern()
                || new ClaimValue(presented).isPattern()
                || CdkToken.isIn(value.text())
                || CdkToken.isIn(presented)
                || SubjectFormat.escaped(value.text()).equals(SubjectFormat.escaped(presented));
    }

    private static String shown(RepositorySubject runs) {
        return "subject \"" + runs.context() + "\" of " + runs.repository().fullName();
    }
}
