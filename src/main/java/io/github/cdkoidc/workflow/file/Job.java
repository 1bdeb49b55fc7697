package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.workflow.expression.IfCondition;
import io.github.cdkoidc.workflow.expression.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job as it is written.
 *
 * @param id the key under {@code jobs:}
 * @param needs the jobs that must have succeeded
 * @param permissions {@code permissions:}; without, those of the file
 * @param environment the name of {@code environment:}
 * @param call {@code uses:} of another workflow, instead of steps
 * @param logins the steps that use aws-actions/configure-aws-credentials
 */
public record Job(
        String id,
        SourceLocation place,
        List<String> needs,
        Optional<IfCondition> condition,
        Optional<Permissions> permissions,
        Optional<Template> environment,
        Optional<Call> call,
        Optional<Matrix> matrix,
        Map<String, Template> env,
        List<LoginStep> logins) {

    public Job {
        needs = List.copyOf(needs);
        env = ordered(env);
        logins = List.copyOf(logins);
    }

    static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * A call of another workflow.
     *
     * @param workflow {@code ./.github/workflows/FILE}, or {@code OWNER/REPOSITORY/.github/workflows/FILE@REF}
     * @param inputs {@code with:}, by name in lower case
     */
    public record Call(SourceLocation place, String workflow, Map<String, Template> inputs) {
        public Call {
            inputs = ordered(inputs);
        }

        /** The file that is called, if it is in the same repository. */
        public Optional<String> localFile() {
            return workflow.startsWith("./") || workflow.startsWith("$/")
                    ? Optional.of(workflow.substring(2))
                    : Optional.empty();
        }
    }

    /** A step that uses aws-actions/configure-aws-credentials, with the inputs of {@code with:} by name in lower case. */
    public record LoginStep(
            SourceLocation place,
            Optional<IfCondition> condition,
            Map<String, Template> inputs,
            Map<String, Template> env) {
        public LoginStep {
            inputs = ordered(inputs);
            env = ordered(env);
        }
    }
}
