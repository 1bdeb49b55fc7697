package io.github.cdkoidc.workflow;

import static java.util.stream.Collectors.toMap;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.file.Input;
import io.github.cdkoidc.workflow.file.Job;
import io.github.cdkoidc.workflow.file.Trigger;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.text.NameFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the runs of a repository's workflows will present. It follows what the files decide: filters, conditions on the event, the ref
 * and the inputs, matrices, calls of other files of the repository. What GitHub's settings or the run itself decide, such as {@code vars}
 * or the output of a job, stays unknown and says why. Texts are compared without regard to case, as GitHub does, but of the names that
 * match a condition so only the one that is written is predicted.
 */
public final class Predictor {

    private final RepositoryFacts facts;

    private Predictor(RepositoryFacts facts) {
        this.facts = facts;
    }

    /** A predictor for a repository on github.com; with ids, both spellings of its subject are predicted. */
    public static Predictor of(GitHubRepository repository) {
        return new Predictor(new RepositoryFacts(repository, Optional.empty(), GitHubIssuer.GITHUB_COM));
    }

    /** The same, where the default branch is known. Scheduled runs and those of issues and comments are of it. */
    public Predictor withDefaultBranch(String name) {
        if (!NameFilter.all().matches(name)) {
            throw new IllegalArgumentException("default branch \"" + name
                    + "\" is not a valid branch name: write it as `git branch --list` shows it, such as main");
        }
        return new Predictor(new RepositoryFacts(facts.repository(), Optional.of(name), facts.issuer()));
    }

    /** The same for another GitHub than github.com. */
    public Predictor withIssuer(GitHubIssuer issuer) {
        return new Predictor(new RepositoryFacts(facts.repository(), facts.defaultBranch(), issuer));
    }

    /**
     * The runs, in the order of files, triggers and jobs. Calls between the files are followed; a file that can only be called has no
     * runs of its own. More than 10,000 runs, as files that call others over and over can have, are an {@link IllegalArgumentException}.
     */
    public List<PredictedRun> predict(List<Workflow> workflows) {
        Map<String, Workflow> files =
                workflows.stream().collect(toMap(Workflow::file, file -> file, (first, second) -> first));
        List<PredictedRun> runs = new ArrayList<>();
        for (Workflow workflow : workflows) {
            for (Trigger trigger : workflow.triggers()) {
                for (Job job : workflow.jobs()) {
                    Scenario.of(trigger, facts.branch())
                            .forEach(scenario -> runs.addAll(ScenarioSplitter.explore(
                                    scenario, (part, splitter) -> predict(workflow, job, part, splitter, files))));
                    ScenarioSplitter.requireFew(runs.size(), job.place());
                }
            }
        }
        return runs;
    }

    private List<PredictedRun> predict(
            Workflow workflow, Job job, Scenario scenario, ScenarioSplitter splitter, Map<String, Workflow> files) {
        GitHubContext github = new GitHubContext(facts, workflow, scenario);
        CallFrame frame = CallFrame.of(workflow, name -> chosen(name, scenario, splitter));
        return new JobPrediction(github, files, splitter).runs(frame, job);
    }

    /** An input of the triggered file: whoever dispatches the run gives it, and other events have none. */
    private static PossibleResults chosen(String name, Scenario scenario, ScenarioSplitter splitter) {
        ExpressionValue chosen = scenario.inputs().get(name);
        if (chosen != null) {
            return PossibleResults.of(chosen);
        }
        Input input = scenario.trigger().inputs().get(name);
        return input == null ? PossibleResults.of(ExpressionValue.NULL) : splitter.ask(input, name);
    }
}
