package io.github.cdkoidc.workflow;

import static java.util.stream.Collectors.toMap;

import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.IfCondition;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.expression.Scope;
import io.github.cdkoidc.workflow.file.Input;
import io.github.cdkoidc.workflow.file.Job;
import io.github.cdkoidc.workflow.file.Matrix;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a job presents in one scenario, and what the jobs of the files present that it calls. */
record JobPrediction(GitHubContext github, Map<String, Workflow> files, ScenarioSplitter splitter) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");

    /** What stands before the name of a branch or tag. */
    private static final TextSet VERSION_OF = TextSet.anyOf("refs/heads/", "refs/tags/", "");

    /** The runs of a job; none if its conditions never hold. */
    List<PredictedRun> runs(CallFrame frame, Job job) {
        JobScope scope =
                new JobScope(github, frame.inputs(), Optional.empty(), List.of(), Scope.Status.SUCCESS, splitter);
        List<IfCondition> perhaps = new ArrayList<>(frame.perhaps());
        for (IfCondition condition : conditions(frame.file(), job)) {
            Optional<Boolean> holds = condition.holds(scope::withStatus);
            if (holds.equals(Optional.of(false))) {
                return List.of();
            }
            if (holds.isEmpty() && !perhaps.contains(condition)) {
                perhaps.add(condition);
            }
        }
        CallFrame inner = frame.withPerhaps(perhaps);
        if (job.matrix().isEmpty()) {
            return run(inner, job, scope);
        }
        // Combinations that present the same are one run.
        Map<PredictedRun, List<String>> runs = new LinkedHashMap<>();
        for (Matrix.Combination values : job.matrix().get().combinations(scope)) {
            for (PredictedRun run : run(inner.withMatrix(values), job, scope.withMatrix(values))) {
                runs.computeIfAbsent(run.withMatrix(List.of()), same -> new ArrayList<>())
                        .addAll(run.matrix());
            }
        }
        return runs.entrySet().stream()
                .map(run -> run.getKey().withMatrix(run.getValue()))
                .toList();
    }

    /** The conditions of a job and, unless it asks itself how they went, of the jobs that it needs. */
    private static List<IfCondition> conditions(Workflow file, Job job) {
        List<IfCondition> conditions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Job> jobs = new ArrayDeque<>(List.of(job));
        while (!jobs.isEmpty()) {
            Job next = jobs.removeFirst();
            if (seen.add(next.id())) {
                next.condition().ifPresent(conditions::add);
                boolean asks = next.condition().map(IfCondition::asksForStatus).orElse(false);
                next.needs().stream()
                        .filter(need -> !asks)
                        .flatMap(need -> file.job(need).stream())
                        .forEach(jobs::addLast);
            }
        }
        return conditions;
    }

    private List<PredictedRun> run(CallFrame frame, Job job, JobScope scope) {
        if (job.call().isEmpty()) {
            return List.of(leaf(frame, job, scope));
        }
        Job.Call call = job.call().get();
        Optional<Workflow> called = call.localFile().map(files::get).filter(frame::canCall);
        if (called.isEmpty() || !splitter.followsCall()) {
            return List.of(remote(frame, job, call));
        }
        Map<String, Input> declared =
                called.get().trigger("workflow_call").orElseThrow().inputs();
        CallFrame inner = frame.called(job, called.get(), name -> input(name, call, declared, scope));
        return called.get().jobs().stream()
                .flatMap(each -> runs(inner, each).stream())
                .toList();
    }

    private static PossibleResults input(String name, Job.Call call, Map<String, Input> declared, JobScope caller) {
        Optional<Input> input = Optional.ofNullable(declared.get(name));
        return Optional.ofNullable(call.inputs().get(name))
                .or(() -> input.flatMap(Input::defaultValue))
                .map(text -> text.evaluate(caller))
                .orElseGet(() -> PossibleResults.of(input.map(Input::empty).orElse(ExpressionValue.NULL)));
    }

    private PredictedRun leaf(CallFrame frame, Job job, JobScope scope) {
        PossibleResults environment = job.environment()
                .map(name -> name.evaluate(scope.withEnv(List.of())))
                .orElseGet(() -> PossibleResults.of(""));
        IdToken idToken = frame.callers().isEmpty()
                ? IdToken.of(job, frame.file())
                : IdToken.called(job, frame.file(), frame.most());
        JobScope inSteps = scope.withEnv(List.of(job.env(), frame.file().env()));
        List<AwsLogin> logins = job.logins().stream()
                .flatMap(step -> AwsLogin.of(step, inSteps).stream())
                .toList();
        return run(frame, job, environment, idToken, logins, TokenPredictor.fileAt(github, frame.file()));
    }

    /** The jobs of a file that cannot be read: any environment, or none. */
    private PredictedRun remote(CallFrame frame, Job job, Job.Call call) {
        PossibleResults environment = PossibleResults.unknown("environment", call.workflow() + " is not read");
        IdToken idToken = IdToken.remote(call, frame.most(job), github.facts().repository());
        ClaimText file = call.localFile()
                .map(path -> ClaimText.join(
                        ClaimText.known(github.facts().repository().fullName() + "/" + path + "@"),
                        github.scenario().ref()))
                .orElseGet(() -> atVersion(call.workflow()));
        return run(frame, job, environment, idToken, List.of(), file);
    }

    /** A name can be a branch or a tag, and recorded tokens have it in full and as it is written. */
    private static ClaimText atVersion(String workflow) {
        int at = workflow.indexOf('@');
        String version = workflow.substring(at + 1);
        if (at < 0 || COMMIT.matcher(version).matches() || version.startsWith("refs/")) {
            return ClaimText.known(workflow);
        }
        return ClaimText.join(
                ClaimText.known(workflow.substring(0, at + 1)),
                ClaimText.of(new TextPart.Hole(
                        version, version + " can be a branch or a tag", VERSION_OF.then(TextSet.text(version)))));
    }

    private PredictedRun run(
            CallFrame frame,
            Job job,
            PossibleResults environment,
            IdToken idToken,
            List<AwsLogin> logins,
            ClaimText jobWorkflow) {
        splitter.countRun(job.place());
        Scenario scenario = github.scenario();
        ClaimText name = environment.value();
        return new PredictedRun(
                github.workflow(),
                frame.path(job),
                job,
                frame.file(),
                scenario.trigger(),
                scenario.inputs().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, input -> input.getValue().text())),
                frame.matrix().isEmpty() ? List.of() : List.of(String.join(" / ", frame.matrix())),
                scenario.ref(),
                name.equals(ClaimText.empty()) ? Optional.empty() : Optional.of(name),
                idToken,
                frame.perhaps(),
                logins,
                new TokenPredictor(github, jobWorkflow).of(environment));
    }
}
