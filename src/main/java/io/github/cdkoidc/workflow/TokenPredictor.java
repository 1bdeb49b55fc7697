package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the tokens of a run. {@code sub} is made of the environment if there is one, else of {@code pull_request} for pull requests, else
 * of the ref.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject claims</a>
 */
record TokenPredictor(GitHubContext github, ClaimText jobWorkflow) {

    /** Something that decides a token, and what has to be so for it. */
    private record Choice(ClaimText value, List<String> assuming) {

        static Choice sure(ClaimText value) {
            return new Choice(value, List.of());
        }
    }

    /** One token for each spelling of the repository and for each environment and context that it can be. */
    List<PredictedToken> of(PossibleResults environment) {
        List<PredictedToken> tokens = new ArrayList<>();
        for (Choice repository : spellings()) {
            for (Choice named : environments(environment)) {
                for (Choice context : contexts(named.value())) {
                    List<String> assuming = Stream.of(repository, named, context)
                            .flatMap(choice -> choice.assuming().stream())
                            .toList();
                    tokens.add(token(repository.value(), named.value(), context.value(), assuming));
                }
            }
        }
        return tokens;
    }

    private List<Choice> spellings() {
        GitHubRepository repository = github.facts().repository();
        ClaimText classic =
                ClaimText.known(SubjectRepository.classic(repository).text());
        Optional<ClaimText> immutable = SubjectRepository.immutable(repository)
                .filter(known -> github.facts().issuer().mintsImmutableSubjects())
                .map(known -> ClaimText.known(known.text()));
        return immutable.isPresent() && repository.classic()
                ? List.of(
                        new Choice(classic, List.of("the repository mints classic subjects")),
                        new Choice(immutable.get(), List.of("the repository mints immutable subjects")))
                : List.of(Choice.sure(immutable.orElse(classic)));
    }

    /** The environments, where the empty text is none. A name that is not known can be the empty text too. */
    private static List<Choice> environments(PossibleResults environment) {
        if (environment.cases().size() == 1 && environment.literal().isPresent()) {
            return List.of(Choice.sure(environment.value()));
        }
        List<Choice> choices = new ArrayList<>();
        String why = ", and " + String.join("; ", environment.why());
        for (PossibleResults.Case one : environment.cases()) {
            boolean open = one.value().matches("") && !one.value().equals(ClaimText.empty());
            if (open) {
                choices.add(new Choice(ClaimText.empty(), List.of("no environment" + why)));
            }
            boolean sure = !open && environment.cases().size() == 1;
            String what = one.value().equals(ClaimText.empty())
                    ? "no environment"
                    : "environment " + one.value().shown();
            choices.add(new Choice(one.value(), sure ? List.of() : List.of(what + why)));
        }
        return choices.stream().distinct().toList();
    }

    private List<Choice> contexts(ClaimText environment) {
        if (!environment.equals(ClaimText.empty())) {
            return List.of(
                    Choice.sure(ClaimText.join(ClaimText.known(SubjectFormat.ENVIRONMENT), environment.escaped())));
        }
        Scenario scenario = github.scenario();
        List<String> assumed = scenario.assumption().stream().toList();
        ClaimText ref = scenario.ref().equals(ClaimText.empty())
                ? new ClaimText.Unknown("context", "a run without a ref has no documented subject")
                : ClaimText.join(ClaimText.known(SubjectFormat.REF), scenario.ref());
        return switch (scenario.context()) {
            case REF -> List.of(Choice.sure(ref));
            case REF_PERHAPS -> List.of(new Choice(ref, assumed));
            case PULL_REQUEST -> List.of(Choice.sure(ClaimText.known(SubjectFormat.PULL_REQUEST)));
            case EITHER ->
                List.of(new Choice(ClaimText.known(SubjectFormat.PULL_REQUEST), assumed), new Choice(ref, assumed));
        };
    }

    private PredictedToken token(
            ClaimText repository, ClaimText environment, ClaimText context, List<String> assuming) {
        Scenario scenario = github.scenario();
        Map<String, ClaimText> claims = new HashMap<>();
        github.facts().claims().forEach((name, value) -> claims.put(name, ClaimText.known(value)));
        claims.put("iss", ClaimText.known(github.facts().issuer().url()));
        claims.put("event_name", ClaimText.known(scenario.trigger().event()));
        claims.put("ref", scenario.ref());
        claims.put("ref_type", scenario.refType());
        claims.put("base_ref", scenario.base());
        claims.put("head_ref", github.lookUp(List.of("head_ref")).value());
        claims.put("workflow", ClaimText.known(github.workflow().name()));
        claims.put("workflow_ref", fileAt(github, github.workflow()));
        claims.put("job_workflow_ref", jobWorkflow);
        boolean named = !environment.equals(ClaimText.empty());
        if (named) {
            claims.put("environment", environment);
        }
        claims.put("sub", subject(repository, context, claims));
        return new PredictedToken(claims, named ? Set.of() : Set.of("environment"), assuming);
    }

    /** A file of the repository at the ref of the run, or at its commit if it has no ref. */
    static ClaimText fileAt(GitHubContext github, Workflow file) {
        ClaimText ref = github.scenario().ref();
        return ClaimText.join(
                ClaimText.known(github.facts().repository().fullName() + "/" + file.file() + "@"),
                ref.equals(ClaimText.empty()) ? ClaimText.of(TextPart.Counted.SHA) : ref);
    }

    /** {@code sub}, made of the keys that the repository has opted in to. */
    private ClaimText subject(ClaimText repository, ClaimText context, Map<String, ClaimText> claims) {
        return ClaimText.join(SubjectFormat.pieces(
                        github.facts().repository().subjectTemplate(), ClaimText::known, key -> switch (key) {
                            case "repo", "repository" -> repository;
                            case "context" -> context;
                            default -> part(key, claims);
                        })
                .toArray(ClaimText[]::new));
    }

    private ClaimText part(String key, Map<String, ClaimText> claims) {
        String given = github.facts().repository().subjectTemplate().given().get(key);
        ClaimText byDefault = given == null
                ? new ClaimText.Unknown(key, key + " is in the subject, and the workflow does not decide it")
                : ClaimText.known(given);
        return claims.getOrDefault(key, byDefault).escaped();
    }
}
