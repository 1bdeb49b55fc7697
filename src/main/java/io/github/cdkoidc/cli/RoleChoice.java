package io.github.cdkoidc.cli;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.input.RoleSource;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.PrincipalType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Which role of a source a command is about. */
final class RoleChoice {

    private static final String ROLE = "--role";

    private RoleChoice() {}

    static void describe(CommandSpec spec) {
        spec.addPositional(Arguments.positional(
                0,
                "POLICY",
                "A trust policy, the answer of aws iam get-role, a template of CloudFormation as JSON, "
                        + "the folder cdk.out, or - for standard input."));
        spec.addOption(Arguments.option(
                ROLE,
                "ROLE",
                "The role, by logical id, construct path, name or ARN. Default: the one that trusts tokens."));
    }

    /** The role that is named, or the only one that can be meant. */
    static Role of(Arguments arguments, Inputs inputs) {
        String name = arguments.positional(0);
        List<Role> roles = RoleSource.of(inputs, name).roles();
        if (roles.isEmpty()) {
            throw new BadInputException(name, "there is no role in it: give the template that has the role");
        }
        Optional<String> asked = arguments.value(ROLE);
        List<Role> meant = asked.map(
                        role -> roles.stream().filter(one -> one.isCalled(role)).toList())
                .orElseGet(() -> roles.size() == 1
                        ? roles
                        : roles.stream().filter(RoleChoice::trustsTokens).toList());
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String names = roles.stream().map(RoleChoice::names).collect(joining(", "));
        throw new BadInputException(
                name,
                asked.map(role -> (meant.isEmpty() ? "there is no role " : "there are several roles ") + role)
                                .orElse("there are " + roles.size() + " roles in it")
                        + ": write " + ROLE + " with one of "
                        + names);
    }

    private static String names(Role role) {
        return role.title().equals(role.logicalId()) || role.logicalId().isEmpty()
                ? role.title()
                : role.title() + " (" + role.logicalId() + ")";
    }

    /** Whether it trusts an identity provider at all. */
    static boolean trustsTokens(Role role) {
        try {
            return role.document().get().document().statements().stream()
                    .filter(statement -> statement.effect() == Effect.ALLOW)
                    .anyMatch(statement ->
                            !statement.principals().of(PrincipalType.FEDERATED).isEmpty());
        } catch (MalformedPolicyException e) {
            return true;
        }
    }

    /** What is known of a role. */
    static Map<String, Object> facts(Role role) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", role.file());
        facts.put("line", role.line());
        facts.put("path", role.path());
        facts.put("logicalId", role.logicalId());
        facts.put("name", role.name().orElse(""));
        facts.put("arn", role.arn().orElse(""));
        facts.put("account", role.account().orElse(""));
        facts.put("region", role.region().orElse(""));
        facts.put("maxSessionSeconds", role.maxSession());
        facts.values().removeIf(value -> value.equals("") || (value instanceof Integer number && number <= 0));
        return facts;
    }
}
