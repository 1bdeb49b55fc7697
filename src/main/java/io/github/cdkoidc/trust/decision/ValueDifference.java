package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.List;
import java.util.Optional;

/** What is left where no other cause is known: the run presents something else than the condition wants, or nothing. */
record ValueDifference() implements Cause {

    @Override
    public Optional<Counterfactual> without(Counterfactual counterfactual) {
        return Optional.empty();
    }

    private static boolean isNull(Counterfactual counterfactual) {
        return counterfactual.condition().operator().comparison() == OperatorKind.NULL;
    }

    private static boolean isNegated(Counterfactual counterfactual) {
        return counterfactual.condition().operator().comparison().isNegated();
    }

    private static boolean isDeny(Counterfactual counterfactual) {
        return counterfactual.statement().statement().effect() == Effect.DENY;
    }

    @Override
    public String what(Counterfactual counterfactual) {
        String claim = counterfactual.key().claim();
        String presented = counterfactual.presented();
        if (isDeny(counterfactual)) {
            return isNegated(counterfactual)
                    ? "the statement denies every run whose " + claim + " is not listed"
                    : "the statement denies this run by its " + claim;
        }
        if (presented == null) {
            return missing(counterfactual, claim);
        }
        if (isNull(counterfactual)) {
            return "the condition wants that the token has no claim " + claim + ", and it has one";
        }
        return isNegated(counterfactual)
                ? "the condition excludes this " + claim + " by name"
                : other(counterfactual, claim, presented);
    }

    private static String missing(Counterfactual counterfactual, String claim) {
        if (!counterfactual.key().isOf(counterfactual.run().issuer())) {
            return "the key is of another issuer than the run's, "
                    + counterfactual.run().issuer();
        }
        return claim.equals("environment")
                ? "the job names no environment, and the condition tests one"
                : "the run presents no claim " + claim + ", or none is said of it here";
    }

    private static String other(Counterfactual counterfactual, String claim, String presented) {
        String nearest = counterfactual.nearest(presented);
        return switch (claim) {
            case "aud" ->
                "the role wants a token for another audience, \"" + nearest + "\", and the token's is \"" + presented
                        + "\"";
            case "repository" ->
                Moves.isSameRepository(counterfactual)
                        ? "the repository was renamed or transferred: its number is the same, and it was " + nearest
                        : "the policy trusts another repository, " + nearest;
            case "repository_owner_id" ->
                Moves.isSameRepository(counterfactual)
                        ? "the repository was transferred: its number is the same, and its owner's is another"
                        : "the policy trusts repositories of another owner, by number";
            case "repository_id" ->
                Moves.isSameName(counterfactual)
                        ? "the name is the same and the number is another: the policy trusts a former repository of this name"
                        : "the policy trusts another repository, by number";
            case "sub" -> subject(counterfactual, nearest, presented);
            case "ref" -> "the run is of another ref: " + presented + ", and the condition wants " + nearest;
            case "environment" ->
                "the job names another environment: " + presented + ", and the condition wants " + nearest;
            default -> "the token's " + claim + " is another one than the condition wants";
        };
    }

    private static String subject(Counterfactual counterfactual, String nearest, String presented) {
        if (!SubjectFormat.customKeys(presented).isEmpty()) {
            return SubjectDifference.customised(counterfactual);
        }
        int same = Likeness.start(nearest, presented);
        return nearest.isEmpty()
                ? "no value is this run's sub"
                : "the nearest value is not the run's sub: behind \"" + nearest.substring(0, same)
                        + "\" it goes on with \"" + nearest.substring(same) + "\", and the run's with \""
                        + presented.substring(same) + "\"";
    }

    @Override
    public String remedy(Counterfactual counterfactual) {
        String claim = counterfactual.key().claim();
        String presented = counterfactual.presented();
        if (presented == null) {
            return given(counterfactual, claim);
        }
        boolean helps = !edits(counterfactual).isEmpty();
        if (isDeny(counterfactual)) {
            return helps
                    ? (isNegated(counterfactual)
                                    ? "add \"" + presented + "\" to what it spares"
                                    : "take \"" + presented + "\" out of it")
                            + " if this run is meant to assume the role"
                    : "start another run: this statement means to deny this one";
        }
        if (isNull(counterfactual)) {
            return claim.equals("environment")
                    ? "take the environment out of the job, or trust it in a statement of its own"
                    : "trust this run in a statement of its own";
        }
        if (isNegated(counterfactual)) {
            return helps
                    ? "take \"" + presented + "\" out of what is excluded, if this run is meant"
                    : "start another run, or trust this one in a statement of its own";
        }
        return helps ? trust(counterfactual, claim, presented) : "trust this run in a statement of its own";
    }

    private static String given(Counterfactual counterfactual, String claim) {
        return switch (claim) {
            case "environment" ->
                "write environment: " + counterfactual.firstText().orElse("NAME")
                        + " in the job, or trust runs without it in a " + "statement of their own";
            case "repository_id", "repository_owner_id" ->
                "give the numbers: gh api repos/OWNER/REPO --jq '{owner: .owner.id, repo: .id}' shows them";
            default ->
                "give the token's " + claim + " with --claim " + claim + "=VALUE, or the whole token with --claims";
        };
    }

    private static String trust(Counterfactual counterfactual, String claim, String presented) {
        if (claim.equals("aud")) {
            String nearest = counterfactual.nearest(presented);
            return "trust the audience \"" + presented + "\" in the role"
                    + (presented.equals(GitHubClaims.DEFAULT_AUDIENCE)
                            ? ""
                            : ", and add it to the provider's client ids")
                    + "; or ask for \"" + nearest
                    + "\" in the workflow (input audience of aws-actions/configure-aws-credentials)"
                    + (nearest.equals(GitHubClaims.DEFAULT_AUDIENCE) ? "" : " and add it to the provider's client ids");
        }
        boolean moved = isMoved(counterfactual, claim);
        return (moved ? "write \"" : "trust \"") + presented + "\" "
                + (moved ? "in place of it" : claim.equals("sub") ? "as well" : "as " + claim + " as well");
    }

    private static boolean isMoved(Counterfactual counterfactual, String claim) {
        return (claim.equals("repository") || claim.equals("repository_owner_id"))
                && Moves.isSameRepository(counterfactual);
    }

    @Override
    public List<PolicyEdit> edits(Counterfactual counterfactual) {
        return isMoved(counterfactual, counterfactual.key().claim())
                ? counterfactual.replacingNearest()
                : counterfactual.including();
    }
}
