package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.SubjectValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses a subject written by hand that any repository can present: all repositories of github.com get tokens of the same issuer, and
 * an owner chooses all of {@code sub} but what names the repository, its owner or its enterprise.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository">
 *     GitHub: customizing the subject claims</a>
 */
final class TenantCheck {

    private static final Pattern OWNER = Pattern.compile("[^/*?]+/");

    private TenantCheck() {}

    /** Refuses subjects and claims of which none names a repository, an owner or an enterprise. */
    static void require(GitHubIssuer issuer, List<GitHubSubject> subjects, Map<GitHubClaim, List<ClaimValue>> claims) {
        if (!issuer.equals(GitHubIssuer.GITHUB_COM)
                || claims.entrySet().stream().anyMatch(claim -> names(claim.getKey(), claim.getValue()))) {
            return;
        }
        for (GitHubSubject subject : subjects) {
            if (subject instanceof GitHubSubject.Custom custom) {
                String sub = custom.value().text();
                if (!CdkToken.isIn(sub) && !new SubjectValue(sub).namesTenant()) {
                    throw new IllegalArgumentException("sub \"" + sub
                            + "\" names neither repository nor owner, so any repository on GitHub can present it: "
                            + "write one that holds repo:OWNER/NAME, or add claim(GitHubClaim.REPOSITORY_ID, \"…\")");
                }
            }
        }
    }

    /** A pattern names an owner only if it holds the whole name. */
    private static boolean names(GitHubClaim claim, List<ClaimValue> values) {
        return claim.namesTenant()
                && values.stream()
                        .allMatch(value -> !value.isPattern()
                                || (claim == GitHubClaim.REPOSITORY
                                        && OWNER.matcher(value.text()).lookingAt()));
    }
}
