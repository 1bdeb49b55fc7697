package io.github.cdkoidc.internal.tokens;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TenantKey;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.DfaBuilder;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What GitHub and git allow in names, refs and numbers, as regular expressions with {@code &} for "and" and {@code ~} for "not".
 * Lengths are left to {@link TokenField#longest}.
 *
 * @see <a href="https://git-scm.com/docs/git-check-ref-format">git check-ref-format</a>
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 */
final class GitHubGrammar {

    /** Halves of characters stand for none, and a word keeps one character for itself. */
    private static final String NONE = "\ud800-\udfff" + TransitionGraph.END;
    /** What git allows in no name besides. */
    private static final String CONTROL = "\u0001-\u001f\u007f" + NONE;

    private static final Map<String, String> EXPRESSIONS = Map.ofEntries(
            entry("owner", "[A-Za-z0-9][A-Za-z0-9\\-]*(_[A-Za-z0-9]+)?"),
            entry("name", "[A-Za-z0-9._\\-]+&~(\\.\\.?)"),
            entry("id", "[1-9][0-9]*"),
            entry("text", "[^" + NONE + "]+"),
            entry("actor", "<owner>(\\[bot\\])?"),
            entry(
                    "path",
                    "[^ ~\\^:?*\\[\\\\" + CONTROL + "]+"
                            + "&~(.*(\\.\\.|//|\\@\\{).*|/.*|.*[/.]|(.*/)?\\..*|.*\\.lock(/.*)?)"),
            entry("branch", "refs/heads/<path>"),
            entry("tag", "refs/tags/<path>"),
            entry("pull", "refs/pull/<id>/(merge|head)"),
            entry("ref", "<branch>|<tag>|<pull>"),
            entry("file", "<owner>/<name>/\\.github/workflows/[^/\\@" + CONTROL + "]+\\.ya?ml\\@(<ref>|[0-9a-f]{40})"),
            // What a customised sub is made of. Anybody can present what is free; what is of a repository, only the
            // repository.
            entry("value", "[^:" + NONE + "]+"),
            entry(
                    "free",
                    SubjectFormat.PULL_REQUEST + "|(" + SubjectFormat.ENVIRONMENT + "|workflow:)<value>"
                            + "|(base_ref|head_ref):<path>?|" + SubjectFormat.REF + "<ref>"
                            + "|actor:<actor>|actor_id:<id>|event_name:[a-z_]+|ref_type:(branch|tag)"
                            + "|repository_visibility:(public|private|internal)|runner_environment:(github|self)\\-hosted"
                            + "|job_workflow_ref:<file>|repo_property_[A-Za-z0-9_\\-]+:<value>"),
            entry(
                    "ofrepository",
                    TenantKey.ofRepositoryOrOwner().stream()
                            .map(TenantKey::lead)
                            .collect(joining("|", "(", ")<value>"))),
            entry("other", "([a-z0-9_\\-]+:<value>?|" + SubjectFormat.PULL_REQUEST + ")&~(<ofrepository>)"));

    /** Made when they are first asked for: hardly any policy needs all. */
    private static final Map<String, Automaton> NAMED = new ConcurrentHashMap<>();

    private static final int SYNTAX = RegExp.INTERSECTION | RegExp.COMPLEMENT | RegExp.AUTOMATON;

    private GitHubGrammar() {}

    private static Automaton automaton(String expression) {
        Automaton automaton = new RegExp(expression.replace(';', TransitionGraph.END), SYNTAX)
                .toAutomaton(GitHubGrammar::named, false);
        automaton.determinize();
        return automaton;
    }

    private static Automaton named(String name) {
        Automaton known = NAMED.get(name);
        if (known == null) {
            known = automaton(Objects.requireNonNull(EXPRESSIONS.get(name), name));
            NAMED.put(name, known);
        }
        return known;
    }

    /** The texts of an expression, in which {@code ;} stands for the end of a segment. */
    static Dfa texts(String expression) {
        return DfaBuilder.explore(
                new Texts(automaton(expression).getInitialState()), new AutomatonBudget(AutomatonBudget.EDGES));
    }

    /**
     * The texts of an automaton.
     *
     * @param start its first state
     */
    private record Texts(State start) implements TransitionGraph<State> {

        @Override
        public Ternary truth(State state) {
            return Ternary.of(state.isAccept());
        }

        @Override
        public void edges(State state, Edges<? super State> edges) {
            for (Transition edge : state.getSortedTransitions(false)) {
                edges.add(edge.getMin(), edge.getMax(), edge.getDest());
            }
        }
    }
}
