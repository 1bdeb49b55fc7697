package io.github.cdkoidc.workflow;

import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.expression.Scope;
import io.github.cdkoidc.workflow.expression.Template;
import io.github.cdkoidc.workflow.file.Matrix;
import io.github.cdkoidc.workflow.text.GitHubGlob;
import io.github.cdkoidc.workflow.text.NameFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What names mean in one job: {@code github}, {@code inputs}, {@code matrix} and {@code env}. The other contexts are not in the workflow.
 *
 * @param env the variables, the nearest first; none where GitHub has no {@code env}
 */
record JobScope(
        GitHubContext github,
        Function<String, PossibleResults> inputs,
        Optional<Matrix.Combination> matrix,
        List<Map<String, Template>> env,
        Status status,
        ScenarioSplitter splitter)
        implements Scope {

    @Override
    public PossibleResults lookUp(List<String> path) {
        List<String> rest = path.subList(1, path.size());
        String name = String.join(".", path);
        return switch (lower(path.get(0))) {
            case "github" -> github(rest.stream().map(JobScope::lower).toList());
            case "inputs" ->
                rest.size() == 1
                        ? inputs.apply(lower(rest.get(0)))
                        : PossibleResults.unknown(name, "inputs are used as a whole");
            case "matrix" -> matrix.map(values -> values.at(rest)).orElseGet(() -> noMatrix(name));
            case "env" -> rest.size() == 1 ? env(rest.get(0)) : PossibleResults.unknown(name, "env is used as a whole");
            case "vars", "secrets" -> PossibleResults.unknown(name, name + " is set on GitHub");
            default -> PossibleResults.unknown(name, name + " is computed when the workflow runs");
        };
    }

    /** A job without a matrix has an empty one, but conditions of a job come before its matrix. */
    private PossibleResults noMatrix(String name) {
        return env.isEmpty()
                ? PossibleResults.unknown(name, name + " is not available here")
                : PossibleResults.of(ExpressionValue.NULL);
    }

    private PossibleResults github(List<String> path) {
        boolean input = path.size() == 3
                && path.subList(0, 2).equals(List.of("event", "inputs"))
                && github.scenario().trigger().event().equals("workflow_dispatch");
        return input ? asText(inputs.apply(path.get(2))) : github.lookUp(path);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** In {@code github.event.inputs} everything is a text. */
    private static PossibleResults asText(PossibleResults results) {
        return results.flatMap(one -> PossibleResults.of(one.value()));
    }

    /** A variable that the workflow sets. A step before may have set it too, which is not known here. */
    private PossibleResults env(String name) {
        for (int at = 0; at < env.size(); at++) {
            for (Map.Entry<String, Template> variable : env.get(at).entrySet()) {
                if (variable.getKey().equalsIgnoreCase(name)) {
                    return asText(variable.getValue().evaluate(withEnv(env.subList(at + 1, env.size()))));
                }
            }
        }
        String why = env.isEmpty() ? " is not available here" : " is not set in the workflow";
        return PossibleResults.unknown("env." + name, "env." + name + why);
    }

    @Override
    public PossibleResults ask(NameFilter names, GitHubGlob glob) {
        return splitter.ask(names, glob);
    }

    JobScope withMatrix(Matrix.Combination values) {
        return new JobScope(github, inputs, Optional.of(values), env, status, splitter);
    }

    JobScope withEnv(List<Map<String, Template>> variables) {
        return new JobScope(github, inputs, matrix, variables, status, splitter);
    }

    JobScope withStatus(Status other) {
        return new JobScope(github, inputs, matrix, env, other, splitter);
    }

    /** The same where an answer is not worth a scenario of its own. */
    JobScope withoutAsking() {
        return new JobScope(github, inputs, matrix, env, status, new ScenarioSplitter());
    }
}
