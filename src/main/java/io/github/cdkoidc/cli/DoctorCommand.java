package io.github.cdkoidc.cli;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.input.RoleSource;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.doctor.Diagnosis;
import io.github.cdkoidc.doctor.Doctor;
import io.github.cdkoidc.doctor.DoctorRole;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Says which role admits which run of a repository's workflows, and what is wrong between them. */
final class DoctorCommand implements Command {

    private static final String CHECKOUT = "--checkout";
    private static final String DEFAULT_BRANCH = "--default-branch";
    private static final String IMMUTABLE = "--immutable-subject";
    private static final String ISSUER = "--issuer";
    private static final String CDK_OUT = "cdk.out";

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Says which role admits which run of a repository's workflows, and what to change if none does.");
        spec.addPositional(Arguments.positionals(
                0,
                "POLICY",
                "Where the roles are: folders cdk.out, templates, trust policies or answers of aws iam get-role. "
                        + "Default: " + CDK_OUT + "."));
        spec.addOption(Arguments.option(
                CHECKOUT, "FOLDER", "The folder that holds " + WorkflowReader.FOLDER + ". Default: the present one."));
        RepositoryOptions.describe(
                spec, "The repository of the workflows. Default: the one that GitHub Actions says, numbers included.");
        spec.addOption(
                Arguments.option(DEFAULT_BRANCH, "NAME", "The branch that scheduled runs are of. Default: not known."));
        spec.addOption(Arguments.option(ISSUER, "URL", "Who mints the tokens. Default: github.com's."));
        spec.addOption(Arguments.flag(
                IMMUTABLE,
                "The repository surely presents its numbers, as it does if it is younger than 2026-07-15. Default: with numbers "
                        + "known, it may present either."));
        FailOn.describe(spec);
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.allOf(Format.class);
    }

    @Override
    public Report run(Arguments arguments, Inputs inputs) {
        FailOn failOn = FailOn.of(arguments);
        Map<DoctorRole, Role> roles = roles(arguments, inputs);
        try {
            List<Workflow> workflows = workflows(arguments, inputs);
            GitHubRepository repository = repository(arguments, inputs);
            Diagnosis diagnosis = doctor(arguments, repository).examine(workflows, List.copyOf(roles.keySet()));
            boolean byName = repository.ids().isEmpty() && !arguments.has(ISSUER);
            return new DoctorReport(
                            diagnosis, workflows, roles, byName ? List.of(RepositoryOptions.BY_NAME_ALONE) : List.of())
                    .report(failOn);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private static Doctor doctor(Arguments arguments, GitHubRepository repository) {
        Doctor plain = Doctor.of(arguments.has(IMMUTABLE) ? repository.immutableOnly() : repository);
        Doctor doctor = arguments
                .value(ISSUER)
                .map(GitHubIssuer::ofUrl)
                .map(plain::withIssuer)
                .orElse(plain);
        return arguments.value(DEFAULT_BRANCH).map(doctor::withDefaultBranch).orElse(doctor);
    }

    private static GitHubRepository repository(Arguments arguments, Inputs inputs) {
        if (arguments.has(RepositoryOptions.REPOSITORY)) {
            return RepositoryOptions.of(arguments);
        }
        if (!inputs.environment().containsKey("GITHUB_REPOSITORY")) {
            throw arguments.wrong("no repository is given, and GitHub Actions says none here: write "
                    + RepositoryOptions.REPOSITORY + " OWNER/NAME");
        }
        return GitHubRepository.fromActionsEnvironment(inputs.environment());
    }

    private static List<Workflow> workflows(Arguments arguments, Inputs inputs) {
        String checkout = arguments.value(CHECKOUT).orElse(".");
        Path folder = inputs.path(checkout);
        if (!Files.isDirectory(folder.resolve(WorkflowReader.FOLDER))) {
            throw new BadInputException(
                    checkout,
                    "there is no " + WorkflowReader.FOLDER
                            + " in it: give the folder that the repository is checked out to, with " + CHECKOUT);
        }
        return WorkflowReader.read(folder);
    }

    /** The roles that trust tokens, and where they are written. */
    private static Map<DoctorRole, Role> roles(Arguments arguments, Inputs inputs) {
        List<String> names = arguments.positionals().isEmpty() ? List.of(CDK_OUT) : arguments.positionals();
        Map<DoctorRole, Role> roles = new LinkedHashMap<>();
        for (String name : names) {
            RoleSource.of(inputs, name).roles().stream()
                    .filter(RoleChoice::trustsTokens)
                    .forEach(role -> roles.put(doctorRole(role), role));
        }
        if (roles.isEmpty()) {
            throw new BadInputException(
                    String.join(", ", names),
                    "there is no role in it that trusts tokens: give the template that has the role");
        }
        return roles;
    }

    private static DoctorRole doctorRole(Role role) {
        Optional<String> nameInArn = role.arn().map(arn -> arn.substring(arn.lastIndexOf('/') + 1));
        return new DoctorRole(
                role.title(),
                role.policy(),
                role.arn(),
                nameInArn.or(role::name),
                Optional.of(role.logicalId()).filter(id -> !id.isEmpty()),
                role.account(),
                Optional.of(role.maxSession()).filter(seconds -> seconds > 0));
    }
}
