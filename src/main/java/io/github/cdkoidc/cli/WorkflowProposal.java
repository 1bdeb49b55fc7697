package io.github.cdkoidc.cli;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import io.github.cdkoidc.trust.exposure.Extent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A kind of run that a role surely admits, and a token of it. The name is that of an environment, branch or tag, and empty for pull
 * requests; it is an example if others of the kind are admitted too.
 */
record WorkflowProposal(Kind kind, String repository, String name, boolean isExample, GitHubClaims token) {

    /** What a run presents in {@code sub}, the tightest first. */
    public enum Kind {
        ENVIRONMENT,
        BRANCH,
        TAG,
        PULL_REQUEST;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        String option() {
            return "--" + word().replace(' ', '-');
        }

        static Stream<Kind> stream() {
            return Stream.of(values());
        }

        /** A run of this kind. */
        GitHubClaims run(GitHubRepository repository, String name) {
            GitHubClaimsBuilder run = GitHubClaims.of(repository);
            return switch (this) {
                case ENVIRONMENT -> run.environment(name).build();
                case BRANCH -> run.branch(name).build();
                case TAG -> run.tag(name).build();
                case PULL_REQUEST -> run.pullRequest(1).build();
            };
        }

        private Extent of(Admission admission) {
            return switch (this) {
                case ENVIRONMENT -> admission.environments();
                case BRANCH -> admission.branches();
                case TAG -> admission.tags();
                case PULL_REQUEST -> admission.pullRequests();
            };
        }

        private String name(GitHubClaims token) {
            return switch (this) {
                case ENVIRONMENT -> token.get("environment").orElse("");
                case BRANCH -> token.get("ref").orElse("").replaceFirst("^refs/heads/", "");
                case TAG -> token.get("ref").orElse("").replaceFirst("^refs/tags/", "");
                case PULL_REQUEST -> "";
            };
        }
    }

    /** The runs that are admitted; of a kind that is not bounded, one. */
    static List<WorkflowProposal> of(Exposure exposure) {
        List<WorkflowProposal> proposals = new ArrayList<>();
        for (Admission admission : exposure.admissions()) {
            Kind.stream().forEach(kind -> {
                Extent extent = kind.of(admission);
                boolean unbounded = extent.isUnbounded() || !admission.hasOneRepository();
                extent.examplesOfAll()
                        .map(token -> new WorkflowProposal(
                                kind, token.get("repository").orElse(""), kind.name(token), unbounded, token))
                        .filter(proposal -> proposals.stream().noneMatch(proposal::isSame))
                        .forEach(proposals::add);
            });
        }
        return proposals.stream()
                .sorted(Comparator.comparing(WorkflowProposal::kind))
                .toList();
    }

    /** A repository can present two spellings. */
    private boolean isSame(WorkflowProposal other) {
        return kind == other.kind && repository.equals(other.repository) && name.equals(other.name);
    }

    /** The option that asks for it. */
    String option() {
        return kind == Kind.PULL_REQUEST ? kind.option() : kind.option() + " '" + name.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return repository + ", " + kind.word() + (name.isEmpty() ? "" : " " + name) + (isExample ? " and others" : "");
    }
}
