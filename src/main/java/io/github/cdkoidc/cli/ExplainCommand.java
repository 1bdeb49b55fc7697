package io.github.cdkoidc.cli;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Says whether a run may assume a role, and why. */
final class ExplainCommand implements Command {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Says whether a run may assume a role, and why not.");
        RoleChoice.describe(spec);
        RunOptions.describe(spec);
    }

    @Override
    public Report run(Arguments arguments, Inputs inputs) {
        Role role = RoleChoice.of(arguments, inputs);
        GitHubClaims claims = RunOptions.of(arguments, inputs);
        TrustPolicy policy = role.policy();
        Decision decision = policy.decide(claims);
        boolean isAlone = role.title().equals(role.file());
        Section.Answer answer = answer(role, policy, decision);
        return new Report(
                "explain",
                answer.answer() == Decision.Answer.ALLOWED ? Report.NOTHING_TO_SAY : Report.SOMETHING_FOUND,
                answer.answer().toString(),
                answer.text().lines().findFirst().orElse(""),
                List.of(
                        answer,
                        new Section.Words("notes", "", RunOptions.notes(arguments)),
                        new Section.Facts("role", "role", RoleChoice.facts(role), isAlone),
                        new Section.Facts("run", "run", new LinkedHashMap<>(claims.values()), true)));
    }

    /** No condition matters if IAM does not take the providers. */
    private static Section.Answer answer(Role role, TrustPolicy policy, Decision decision) {
        List<String> foreign = role.foreignProviders(policy);
        boolean own = foreign.size() < ProviderArn.in(policy.document()).size();
        return foreign.isEmpty() || own || !decision.isAllowed()
                ? new Section.Answer("explanation", decision.answer(), decision.explain())
                : new Section.Answer(
                        "explanation",
                        Decision.Answer.DENIED,
                        "denied: " + foreign.get(0) + "\n\nbut for that: " + decision.explain());
    }
}
