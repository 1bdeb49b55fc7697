package io.github.cdkoidc.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the workflow of a proposal, as GitHub reads it. */
final class WorkflowText {

    /** The action that gets the code, by commit. */
    static final String CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

    /** The action that assumes the role, by commit. */
    static final String CREDENTIALS =
            "aws-actions/configure-aws-credentials@e1253824e5c10ff9df46874f81ed3ec929e19cfd # v6.3.0";

    private static final String CALLED = "job_workflow_ref";
    private static final String MAIN = "refs/heads/main";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final Role role;
    private final TrustPolicy policy;
    private final WorkflowProposal proposal;
    private final List<String> notes;
    private final StringBuilder yaml = new StringBuilder();

    WorkflowText(Role role, TrustPolicy policy, WorkflowProposal proposal, List<String> notes) {
        this.role = role;
        this.policy = policy;
        this.proposal = proposal;
        this.notes = notes;
    }

    String yaml() {
        notes.forEach(note -> line("# " + oneLine(note)));
        claimsThatCount().forEach((name, value) -> line("# The role also tests " + name + ": " + oneLine(value)));
        line("name: "
                + scalar(isTested("workflow") ? proposal.token().get("workflow").orElse("deploy") : "deploy"));
        line("");
        trigger();
        line("");
        line("permissions: {}");
        line("");
        line("jobs:");
        line("  deploy:");
        if (proposal.kind() == WorkflowProposal.Kind.PULL_REQUEST) {
            line("    # A pull request from a fork gets no token.");
            line("    if: github.event.pull_request.head.repo.full_name == github.repository");
        }
        String called = claimsThatCount().get(CALLED);
        if (called != null) {
            permissions();
            call(called);
        } else {
            line("    runs-on: ubuntu-latest");
            if (proposal.kind() == WorkflowProposal.Kind.ENVIRONMENT) {
                line("    environment: " + scalar(proposal.name()));
            }
            permissions();
            steps();
        }
        return yaml.toString();
    }

    private void permissions() {
        line("    permissions:");
        line("      contents: read");
        line("      id-token: write");
    }

    /** A job that calls a file has neither steps nor an environment of its own. */
    private void call(String file) {
        line("    # The steps that log in are those of this file"
                + (proposal.kind() == WorkflowProposal.Kind.ENVIRONMENT
                        ? ", in environment " + oneLine(proposal.name())
                        : "")
                + ".");
        line("    uses: " + scalar(file));
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }

    private void trigger() {
        if (proposal.kind() == WorkflowProposal.Kind.PULL_REQUEST) {
            line("on: pull_request");
            return;
        }
        String ref = ref();
        boolean tag = ref.startsWith("refs/tags/");
        line("on:");
        line("  push:");
        line((tag ? "    tags: [" : "    branches: [") + scalar(filter(ref.replaceFirst("^refs/(?:heads|tags)/", "")))
                + "]");
    }

    /** An environment replaces the ref in {@code sub}, so any does that the policy does not ask for elsewhere. */
    private String ref() {
        String presented = proposal.token().get("ref").orElse(MAIN);
        return proposal.kind() == WorkflowProposal.Kind.ENVIRONMENT && isAllowedWith("ref", MAIN) ? MAIN : presented;
    }

    private boolean isAllowedWith(String claim, String value) {
        Map<String, String> claims = new LinkedHashMap<>(proposal.token().values());
        claims.put(claim, value);
        return policy.decide(GitHubClaims.of(claims)).isAllowed();
    }

    /** Whether the run is denied with another value. */
    private boolean isTested(String claim) {
        return proposal.token().get(claim).isPresent() && !isAllowedWith(claim, "-");
    }

    private Map<String, String> claimsThatCount() {
        Map<String, String> tested = new LinkedHashMap<>();
        for (String claim : List.of(CALLED, "actor", "actor_id", "enterprise_id")) {
            if (isTested(claim)) {
                tested.put(claim, proposal.token().get(claim).orElseThrow());
            }
        }
        return tested;
    }

    private void steps() {
        line("    steps:");
        line("      - uses: " + CHECKOUT);
        line("        with:");
        line("          persist-credentials: false");
        line("      - uses: " + CREDENTIALS);
        line("        with:");
        if (role.arn().isEmpty()) {
            line("          # gh variable set AWS_ROLE_ARN --body with the ARN of " + oneLine(role.title()));
        }
        line("          role-to-assume: " + role.arn().orElse("${{ vars.AWS_ROLE_ARN }}"));
        if (role.region().isEmpty()) {
            line("          # gh variable set AWS_REGION --body with the region to work in");
        }
        line("          aws-region: " + role.region().orElse("${{ vars.AWS_REGION }}"));
        String audience = proposal.token().get("aud").orElse(GitHubClaims.DEFAULT_AUDIENCE);
        if (!audience.equals(GitHubClaims.DEFAULT_AUDIENCE)) {
            line("          audience: " + scalar(audience));
        }
        line("      - run: aws sts get-caller-identity");
    }

    /** A filter of GitHub that matches this name alone. */
    private static String filter(String name) {
        return name.replaceAll("([+*?\\[\\]\\\\])", "\\\\$1").replaceFirst("^!", "\\\\!");
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\p{Cntrl}", " ");
    }

    private static String scalar(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
        }
        boolean plain = PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }
}
