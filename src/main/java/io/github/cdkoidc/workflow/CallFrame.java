package io.github.cdkoidc.workflow;

import io.github.cdkoidc.workflow.expression.IfCondition;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.file.Job;
import io.github.cdkoidc.workflow.file.Matrix;
import io.github.cdkoidc.workflow.file.Permissions;
import io.github.cdkoidc.workflow.file.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The file that a job is in, and what the jobs that call the file gave it.
 *
 * @param callers the jobs that call, the outermost first
 * @param inputs the inputs, by name in lower case
 * @param most the most permissions that a job can get, if a caller says so
 * @param perhaps the conditions of the callers that could not be decided
 */
record CallFrame(
        Workflow file,
        List<Job> callers,
        List<Workflow> outer,
        Function<String, PossibleResults> inputs,
        Optional<Permissions> most,
        List<IfCondition> perhaps,
        List<String> matrix) {

    private static final int DEEPEST = 10;

    /** The frame of the file that a trigger starts. */
    static CallFrame of(Workflow file, Function<String, PossibleResults> inputs) {
        return new CallFrame(file, List.of(), List.of(), inputs, Optional.empty(), List.of(), List.of());
    }

    /** Whether GitHub lets a job of this file call a file: no loops, and no more than ten levels. */
    boolean canCall(Workflow called) {
        return called.trigger("workflow_call").isPresent()
                && callers.size() < DEEPEST - 1
                && !called.equals(file)
                && !outer.contains(called);
    }

    CallFrame called(Job caller, Workflow called, Function<String, PossibleResults> given) {
        return new CallFrame(called, added(callers, caller), added(outer, file), given, most(caller), perhaps, matrix);
    }

    /** The most permissions that the jobs of a file can get that a job calls. */
    Optional<Permissions> most(Job caller) {
        return caller.permissions().or(file::permissions).or(() -> most);
    }

    CallFrame withPerhaps(List<IfCondition> conditions) {
        return new CallFrame(file, callers, outer, inputs, most, List.copyOf(conditions), matrix);
    }

    CallFrame withMatrix(Matrix.Combination values) {
        return new CallFrame(file, callers, outer, inputs, most, perhaps, added(matrix, values.shown()));
    }

    /** The ids of the callers, and of a job of this file. */
    List<String> path(Job job) {
        return added(callers, job).stream().map(Job::id).toList();
    }

    private static <T> List<T> added(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
