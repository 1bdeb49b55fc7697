package io.github.cdkoidc.claims;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says of a run what GitHub would know, and computes its {@code sub} as GitHub does: the environment if the job names one, else
 * {@code pull_request} for pull requests, else the ref.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject
 *     claims</a>
 */
public final class GitHubClaimsBuilder {

    private final GitHubRepository repository;
    private final Map<String, String> said = new TreeMap<>();
    private GitHubIssuer issuer = GitHubIssuer.GITHUB_COM;
    private boolean classicSubject;

    GitHubClaimsBuilder(GitHubRepository repository) {
        this.repository = repository;
        this.classicSubject = repository.ids().isEmpty();
    }

    /**
     * The run is of a branch.
     *
     * @param name such as {@code main}, without {@code refs/heads/}
     * @return this builder
     * @throws IllegalArgumentException if no branch can be called so
     */
    public GitHubClaimsBuilder branch(String name) {
        return ref(GitRef.BRANCH, name);
    }

    /**
     * The run is of a tag.
     *
     * @param name such as {@code v1.2.3}, without {@code refs/tags/}
     * @return this builder
     * @throws IllegalArgumentException if no tag can be called so
     */
    public GitHubClaimsBuilder tag(String name) {
        return ref(GitRef.TAG, name);
    }

    private GitHubClaimsBuilder ref(GitRef kind, String name) {
        return claim("ref", kind.full(kind.requireName(name))).claim("ref_type", kind.type());
    }

    /**
     * The run is of a pull request: event {@code pull_request}, ref {@code refs/pull/NUMBER/merge}.
     *
     * @param number the pull request's number, positive
     * @return this builder
     * @throws IllegalArgumentException if the number is not positive
     */
    public GitHubClaimsBuilder pullRequest(int number) {
        if (number <= 0) {
            throw new IllegalArgumentException(
                    "pull request " + number + " is not positive, and GitHub counts from 1: write pullRequest(1)");
        }
        return event("pull_request")
                .claim("ref", "refs/pull/" + number + "/merge")
                .claim("ref_type", "branch");
    }

    /**
     * The job names an environment.
     *
     * @param name as GitHub shows it, 1 to 255 characters, any
     * @return this builder
     * @throws IllegalArgumentException if it is blank or longer
     */
    public GitHubClaimsBuilder environment(String name) {
        return claim("environment", EnvironmentName.require(name));
    }

    /**
     * What started the run.
     *
     * @param name such as {@code push} or {@code workflow_dispatch}
     * @return this builder
     */
    public GitHubClaimsBuilder event(String name) {
        return claim("event_name", name);
    }

    /**
     * Whom the token is for.
     *
     * @param audience default {@value GitHubClaims#DEFAULT_AUDIENCE}, which the AWS action asks for
     * @return this builder
     */
    public GitHubClaimsBuilder audience(String audience) {
        return claim("aud", audience);
    }

    /**
     * Who mints the token.
     *
     * @param issuer default {@link GitHubIssuer#GITHUB_COM}
     * @return this builder
     */
    public GitHubClaimsBuilder issuer(GitHubIssuer issuer) {
        this.issuer = issuer;
        return this;
    }

    /**
     * The repository still presents the classic subject. Without this, one with ids presents the immutable subject.
     *
     * @return this builder
     */
    public GitHubClaimsBuilder classicSubject() {
        this.classicSubject = true;
        return this;
    }

    /**
     * Any other claim; {@code sub} too, in place of the computed one.
     *
     * @param name the claim, such as {@code job_workflow_ref}
     * @param value its value
     * @return this builder
     */
    public GitHubClaimsBuilder claim(String name, String value) {
        said.put(name, value);
        return this;
    }

    /**
     * Any other claim that AWS populates a key for.
     *
     * @param claim the claim
     * @param value its value
     * @return this builder
     */
    public GitHubClaimsBuilder claim(GitHubClaim claim, String value) {
        return claim(claim.claimName(), value);
    }

    /**
     * The claims.
     *
     * @return the claims
     * @throws IllegalArgumentException if what is said does not decide {@code sub}
     */
    public GitHubClaims build() {
        Map<String, String> claims = new TreeMap<>();
        claims.put("iss", issuer.url());
        claims.put("aud", GitHubClaims.DEFAULT_AUDIENCE);
        for (String name : Set.of("repository", "repository_owner", "repository_id", "repository_owner_id")) {
            Optional<String> value = repository.claim(name);
            if (value.isPresent()) {
                claims.put(name, value.get());
            }
        }
        claims.putAll(said);
        if (!claims.containsKey("sub")) {
            claims.put("sub", subject(claims));
        }
        return new GitHubClaims(claims);
    }

    private String subject(Map<String, String> claims) {
        boolean classic = classicSubject || !issuer.mintsImmutableSubjects();
        SubjectRepository spelled = classic
                ? SubjectRepository.classic(repository)
                : SubjectRepository.immutable(repository).orElseThrow();
        return repository
                .subjectTemplate()
                .render(
                        spelled.text(),
                        key -> key.equals(SubjectTemplate.CONTEXT)
                                ? Optional.of(context(claims))
                                : Optional.ofNullable(claims.get(key)));
    }

    private static String context(Map<String, String> claims) {
        String environment = claims.get("environment");
        if (environment != null) {
            return new SubjectContext.Environment(environment).text();
        }
        String event = claims.getOrDefault("event_name", "");
        if (EventContext.of(event) == EventContext.PULL_REQUEST) {
            return SubjectFormat.PULL_REQUEST;
        }
        if (!EventContext.of(event).isDocumented()) {
            throw new IllegalArgumentException(
                    "event " + event
                            + " has no documented sub when the job names no environment: write claim(\"sub\", \"…\") as the token has it");
        }
        String ref = claims.get("ref");
        if (ref == null) {
            throw new IllegalArgumentException(
                    "run of no branch, tag, environment or pull request has no documented sub: "
                            + "write branch(\"main\"), or claim(\"sub\", \"…\") as the token has it");
        }
        return SubjectFormat.REF + ref;
    }
}
