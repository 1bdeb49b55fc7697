package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the tokens of a run. {@code sub} is made of the environment if there is one, else of {@code pull_request} for pull
 * requests, else of the ref.
 *
 * @param github the run
 * @param jobWorkflow the {@code job_workflow_ref} claim
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject
 *     claims</a>
 */
record Tokens(GitHubContext github, Value jobWorkflow) {

    private static final String PULL_REQUEST = "pull_request";
    private static final String REF = "ref:";

    /** Something that decides a token, and what has to be so for it. */
    private record Choice(Value value, List<String> assuming) {

        static Choice sure(Value value) {
            return new Choice(value, List.of());
        }
    }

    /** One token for each spelling of the repository and for each environment and context that it can be. */
    List<PredictedToken> of(Term environment) {
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
        Optional<String> immutable = repository
                .ids()
                .filter(known -> github.facts().issuer().mintsImmutableSubjects())
                .map(known ->
                        repository.owner() + "@" + known.owner() + "/" + repository.name() + "@" + known.repository());
        if (immutable.isEmpty()) {
            return List.of(Choice.sure(Value.known(repository.fullName())));
        }
        Value spelled = Value.known(immutable.get());
        return repository.classic()
                ? List.of(
                        new Choice(
                                Value.known(repository.fullName()), List.of("the repository mints classic subjects")),
                        new Choice(spelled, List.of("the repository mints immutable subjects")))
                : List.of(Choice.sure(spelled));
    }

    /** The environments, where the empty text is none. A name that is not known can be the empty text too. */
    private static List<Choice> environments(Term environment) {
        if (environment.cases().size() == 1 && environment.literal().isPresent()) {
            return List.of(Choice.sure(environment.value()));
        }
        List<Choice> choices = new ArrayList<>();
        String why = ", and " + String.join("; ", environment.why());
        for (Term.Case one : environment.cases()) {
            boolean open = one.value().matches("") && !one.value().equals(Value.empty());
            if (open) {
                choices.add(new Choice(Value.empty(), List.of("no environment" + why)));
            }
            boolean sure = !open && environment.cases().size() == 1;
            String what = one.value().equals(Value.empty())
                    ? "no environment"
                    : "environment " + one.value().shown();
            choices.add(new Choice(one.value(), sure ? List.of() : List.of(what + why)));
        }
        return choices.stream().distinct().toList();
    }

    private List<Choice> contexts(Value environment) {
        if (!environment.equals(Value.empty())) {
            return List.of(Choice.sure(Value.join(Value.known("environment:"), environment.escaped())));
        }
        Scenario scenario = github.scenario();
        List<String> assumed = scenario.assumption().stream().toList();
        Value ref = scenario.ref().equals(Value.empty())
                ? new Value.Unknown("context", "a run without a ref has no documented subject")
                : Value.join(Value.known(REF), scenario.ref());
        return switch (scenario.context()) {
            case REF -> List.of(Choice.sure(ref));
            case REF_PERHAPS -> List.of(new Choice(ref, assumed));
            case PULL_REQUEST -> List.of(Choice.sure(Value.known(PULL_REQUEST)));
            case EITHER -> List.of(new Choice(Value.known(PULL_REQUEST), assumed), new Choice(ref, assumed));
        };
    }

    private PredictedToken token(Value repository, Value environment, Value context, List<String> assuming) {
        Map<String, Value> claims = claims();
        boolean named = !environment.equals(Value.empty());
        if (named) {
            claims.put("environment", environment);
        }
        claims.put("sub", subject(repository, context, claims));
        return new PredictedToken(claims, named ? Set.of() : Set.of("environment"), assuming);
    }

    private Map<String, Value> claims() {
        Scenario scenario = github.scenario();
        GitHubRepository repository = github.facts().repository();
        Map<String, Value> claims = new HashMap<>();
        claims.put("iss", Value.known(github.facts().issuer().url()));
        claims.put("repository", Value.known(repository.fullName()));
        claims.put("repository_owner", Value.known(repository.owner()));
        repository.ids().ifPresent(ids -> {
            claims.put("repository_id", Value.known(Long.toString(ids.repository())));
            claims.put("repository_owner_id", Value.known(Long.toString(ids.owner())));
        });
        claims.put("event_name", Value.known(scenario.trigger().event()));
        claims.put("ref", scenario.ref());
        claims.put("ref_type", scenario.refType());
        claims.put("base_ref", scenario.base());
        claims.put("head_ref", github.lookUp(List.of("head_ref")).value());
        claims.put("workflow", Value.known(github.workflow().name()));
        claims.put("workflow_ref", fileAt(github, github.workflow()));
        claims.put("job_workflow_ref", jobWorkflow);
        return claims;
    }

    /** A file of the repository at the ref of the run, or at its commit if it has no ref. */
    static Value fileAt(GitHubContext github, Workflow file) {
        Value ref = github.scenario().ref();
        return Value.join(
                Value.known(github.facts().repository().fullName() + "/" + file.file() + "@"),
                ref.equals(Value.empty()) ? Value.of(Piece.Counted.SHA) : ref);
    }

    /** {@code sub}, made of the keys that the repository has opted in to. */
    private Value subject(Value repository, Value context, Map<String, Value> claims) {
        List<Value> parts = new ArrayList<>();
        for (String key : github.facts().repository().subjectTemplate().keys()) {
            parts.add(parts.isEmpty() ? Value.empty() : Value.known(":"));
            switch (key) {
                case "repo", "repository" -> parts.add(Value.join(Value.known("repo:"), repository));
                case "context" -> parts.add(context);
                default -> parts.add(Value.join(Value.known(key + ":"), part(key, claims)));
            }
        }
        return Value.join(parts.toArray(Value[]::new));
    }

    private Value part(String key, Map<String, Value> claims) {
        String given = github.facts().repository().subjectTemplate().given().get(key);
        Value byDefault = given == null
                ? new Value.Unknown(key, key + " is in the subject, and the workflow does not decide it")
                : Value.known(given);
        return claims.getOrDefault(key, byDefault).escaped();
    }
}
