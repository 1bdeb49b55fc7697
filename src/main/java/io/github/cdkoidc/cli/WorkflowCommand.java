package io.github.cdkoidc.cli;

import static io.github.cdkoidc.cli.RepositoryOptions.REPOSITORY;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a workflow whose run may assume a role. */
final class WorkflowCommand implements Command {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Writes a workflow whose run may assume a role.");
        RoleChoice.describe(spec);
        spec.addOption(Arguments.option(REPOSITORY, "OWNER/NAME", "The repository of the workflow."));
        spec.addOption(Arguments.option("--branch", "NAME", "A workflow of this branch."));
        spec.addOption(Arguments.option("--tag", "NAME", "A workflow of this tag."));
        spec.addOption(Arguments.option("--environment", "NAME", "A workflow whose job names this environment."));
        spec.addOption(Arguments.flag("--pull-request", "A workflow of pull requests."));
    }

    @Override
    public Report run(Arguments arguments, Inputs inputs) {
        Role role = RoleChoice.of(arguments, inputs);
        TrustPolicy policy = role.policy();
        Exposure exposure = policy.exposure();
        List<WorkflowProposal> proposals = WorkflowProposal.of(exposure);
        List<WorkflowProposal> wanted = Stream.concat(
                        proposals.stream().filter(proposal -> isWanted(proposal, arguments)),
                        said(arguments, policy).stream())
                .toList();
        Section.Table table = new Section.Table(
                "ways",
                "runs that are admitted",
                List.of("repository", "kind", "name"),
                proposals.stream()
                        .map(proposal ->
                                List.of(proposal.repository(), proposal.kind().word(), proposal.name()))
                        .toList(),
                true);
        Section.Facts facts = new Section.Facts("role", "role", RoleChoice.facts(role), true);
        if (wanted.isEmpty()) {
            return new Report(
                    "workflow",
                    Report.SOMETHING_FOUND,
                    "none",
                    proposals.isEmpty()
                            ? "no run is surely admitted, so no workflow can be written"
                            : "no run that is asked for is admitted",
                    List.of(new Section.Words("notes", "", none(exposure, proposals)), table, facts));
        }
        WorkflowProposal proposal = wanted.get(0);
        String text = new WorkflowText(role, policy, proposal, notes(proposal, proposals)).yaml();
        return new Report(
                "workflow",
                Report.NOTHING_TO_SAY,
                "written",
                proposal.toString(),
                List.of(new Section.Code("workflow", "", "yaml", text), table, facts));
    }

    private static boolean isWanted(WorkflowProposal proposal, Arguments arguments) {
        boolean anyKind = WorkflowProposal.Kind.stream().noneMatch(kind -> arguments.has(kind.option()));
        boolean thisKind = arguments.has(proposal.kind().option())
                && (proposal.kind() == WorkflowProposal.Kind.PULL_REQUEST
                        || arguments.value(proposal.kind().option()).equals(Optional.of(proposal.name())));
        return (anyKind || thisKind)
                && arguments
                        .value(REPOSITORY)
                        .map(proposal.repository()::equalsIgnoreCase)
                        .orElse(true);
    }

    /** The run that is said whole, which may be one of those that a wildcard admits. */
    private static Optional<WorkflowProposal> said(Arguments arguments, TrustPolicy policy) {
        List<WorkflowProposal.Kind> kinds = WorkflowProposal.Kind.stream()
                .filter(kind -> arguments.has(kind.option()))
                .toList();
        if (kinds.size() != 1 || !arguments.has(REPOSITORY)) {
            return Optional.empty();
        }
        WorkflowProposal.Kind kind = kinds.get(0);
        String name = kind == WorkflowProposal.Kind.PULL_REQUEST
                ? ""
                : arguments.value(kind.option()).orElseThrow();
        String repository = arguments.value(REPOSITORY).orElseThrow();
        try {
            WorkflowProposal proposal = new WorkflowProposal(
                    kind, repository, name, false, kind.run(GitHubRepository.of(repository), name));
            return Optional.of(proposal)
                    .filter(run -> policy.decide(run.token()).isAllowed());
        } catch (IllegalArgumentException e) {
            throw new BadInputException("the run", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> none(Exposure exposure, List<WorkflowProposal> proposals) {
        List<String> notes = new ArrayList<>();
        proposals.forEach(proposal -> notes.add("admitted: " + proposal));
        exposure.because().forEach(why -> notes.add("not known: " + why));
        if (notes.isEmpty()) {
            notes.add("none of the runs that GitHub has is admitted: the command lint says why");
        }
        return notes;
    }

    private static List<String> notes(WorkflowProposal proposal, List<WorkflowProposal> proposals) {
        List<String> notes = new ArrayList<>(List.of("admitted: " + proposal));
        List<WorkflowProposal> others =
                proposals.stream().filter(other -> !other.equals(proposal)).toList();
        if (!others.isEmpty()) {
            notes.add("It is one of several runs that are admitted. The others, and the option that asks for each:");
            others.forEach(other -> notes.add("  " + other + "  " + other.option()));
        }
        return notes;
    }
}
