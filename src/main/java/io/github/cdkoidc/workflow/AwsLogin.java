package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.workflow.expression.IfCondition;
import io.github.cdkoidc.workflow.file.Job;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one use of aws-actions/configure-aws-credentials does in a run.
 *
 * @param role {@code role-to-assume}; empty if the step assumes none
 * @param audience whom the token is for; {@code sts.amazonaws.com} unless the step says otherwise
 * @param durationSeconds {@code role-duration-seconds}; 3600 unless the step says otherwise
 * @param chained whether the role is assumed with the credentials of the step before, and not with a token
 * @param oidcOff why the step asks for no token, or may ask for none; none if it asks for one
 * @param perhaps the conditions of the step that could not be decided
 * @see <a href="https://github.com/aws-actions/configure-aws-credentials#options">configure-aws-credentials: options</a>
 */
public record AwsLogin(
        SourceLocation place,
        ClaimText role,
        ClaimText audience,
        ClaimText durationSeconds,
        ClaimText region,
        boolean chained,
        List<String> oidcOff,
        List<IfCondition> perhaps) {

    /** Inputs that switch OIDC off unless they are empty, and why. */
    private static final Map<String, String> SWITCHES = Map.of(
            "aws-access-key-id", "takes the access key that it is given",
            "web-identity-token-file", "takes the token from a file",
            "use-existing-credentials", "takes the credentials that are there, if they work");

    public AwsLogin {
        oidcOff = List.copyOf(oidcOff);
        perhaps = List.copyOf(perhaps);
    }

    /** The login of a step, or nothing if the step does not run. */
    static Optional<AwsLogin> of(Job.LoginStep step, JobScope jobScope) {
        JobScope scope = jobScope.withEnv(
                Stream.concat(Stream.of(step.env()), jobScope.env().stream()).toList());
        Optional<Boolean> runs = step.condition()
                .map(condition -> condition.holds(scope::withStatus))
                .orElse(Optional.of(true));
        if (runs.equals(Optional.of(false))) {
            return Optional.empty();
        }
        ClaimText role = value(step, "role-to-assume", scope);
        ClaimText audience = orDefault(value(step, "audience", scope), GitHubClaims.DEFAULT_AUDIENCE);
        ClaimText chaining = value(step, "role-chaining", scope);
        return Optional.of(new AwsLogin(
                step.place(),
                role,
                audience,
                orDefault(value(step, "role-duration-seconds", scope.withoutAsking()), "3600"),
                value(step, "aws-region", scope.withoutAsking()),
                chaining.equals(ClaimText.known("true")),
                oidcOff(step, role, chaining, scope),
                runs.isPresent() ? List.of() : step.condition().stream().toList()));
    }

    private static List<String> oidcOff(Job.LoginStep step, ClaimText role, ClaimText chaining, JobScope scope) {
        List<String> reasons = new ArrayList<>();
        if (role.equals(ClaimText.empty())) {
            reasons.add("assumes no role");
        }
        SWITCHES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(input -> {
            ClaimText value = value(step, input.getKey(), scope);
            if (!value.equals(ClaimText.empty())) {
                reasons.add(input.getValue() + (value.matches("") ? ", unless " + value.shown() + " is empty" : ""));
            }
        });
        if (chaining.matches("true")) {
            reasons.add("chains from the role of the step before"
                    + (chaining.equals(ClaimText.known("true")) ? "" : ", if " + chaining.shown() + " is true"));
        }
        return reasons;
    }

    /** An input of a step. The action reads one that is not given from a variable: ROLE_TO_ASSUME. */
    private static ClaimText value(Job.LoginStep step, String name, JobScope scope) {
        ClaimText given = Optional.ofNullable(step.inputs().get(name))
                .map(input -> input.evaluate(scope).value())
                .orElseGet(ClaimText::empty);
        String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
        boolean set = scope.env().stream().anyMatch(variables -> variables.containsKey(variable));
        return given.equals(ClaimText.empty()) && set && !name.equals("aws-access-key-id")
                ? scope.lookUp(List.of("env", variable)).value()
                : given;
    }

    private static ClaimText orDefault(ClaimText value, String byDefault) {
        return value.equals(ClaimText.empty()) ? ClaimText.known(byDefault) : value;
    }
}
