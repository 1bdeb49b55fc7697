package io.github.cdkoidc.workflow;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.workflow.expression.IfCondition;
import io.github.cdkoidc.workflow.file.Job;
import io.github.cdkoidc.workflow.file.Trigger;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one job will present when one trigger starts it. A trigger that the workflow treats in several ways, by branch or by
 * input, gives a run for each.
 *
 * @param workflow the file whose trigger starts the run, which need not be the one that the job is in
 * @param jobs the ids of the job, behind those of the jobs that call its file
 * @param job the job; one that calls a file of another repository stands for the jobs of that file
 * @param matrix the combinations of the matrix that present this, for a reader; none without a matrix
 * @param perhaps the conditions that could not be decided: fewer runs than these may happen
 * @param tokens the token that it presents, of which it is one
 */
public record PredictedRun(
        Workflow workflow,
        List<String> jobs,
        Job job,
        Workflow file,
        Trigger trigger,
        Map<String, String> inputs,
        List<String> matrix,
        ClaimText ref,
        Optional<ClaimText> environment,
        IdToken idToken,
        List<IfCondition> perhaps,
        List<AwsLogin> logins,
        List<PredictedToken> tokens) {

    public PredictedRun {
        jobs = List.copyOf(jobs);
        inputs = Map.copyOf(inputs);
        matrix = List.copyOf(matrix);
        perhaps = List.copyOf(perhaps);
        logins = List.copyOf(logins);
        tokens = List.copyOf(tokens);
    }

    /** Where the job is. */
    public SourceLocation place() {
        return job.place();
    }

    PredictedRun withMatrix(List<String> combinations) {
        return new PredictedRun(
                workflow,
                jobs,
                job,
                file,
                trigger,
                inputs,
                combinations,
                ref,
                environment,
                idToken,
                perhaps,
                logins,
                tokens);
    }
}
