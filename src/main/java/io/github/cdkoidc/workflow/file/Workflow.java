package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.workflow.Predictor;
import io.github.cdkoidc.workflow.expression.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow file as it is written. {@link Predictor} says what its runs will present.
 *
 * @param file the file, relative to the repository: {@code .github/workflows/deploy.yml}
 * @param name {@code name:}, or the file if it has none, as the {@code workflow} claim has it
 */
public record Workflow(
        String file,
        String name,
        List<Trigger> triggers,
        Optional<Permissions> permissions,
        Map<String, Template> env,
        List<Job> jobs,
        List<NotUnderstood> notUnderstood) {

    public Workflow {
        triggers = List.copyOf(triggers);
        env = Job.ordered(env);
        jobs = List.copyOf(jobs);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** The trigger of an event. */
    public Optional<Trigger> trigger(String event) {
        return triggers.stream()
                .filter(trigger -> trigger.event().equals(event))
                .findFirst();
    }

    /** The job of an id. */
    public Optional<Job> job(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }
}
