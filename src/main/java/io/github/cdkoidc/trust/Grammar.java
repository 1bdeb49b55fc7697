package io.github.cdkoidc.trust;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.HashMap;
import java.util.Map;

/**
 * What GitHub and git allow in names, refs and numbers, as regular expressions with {@code &} for "and" and {@code ~} for "not".
 * Lengths are left to {@link Segment#longest}.
 *
 * @see <a href="https://git-scm.com/docs/git-check-ref-format">git check-ref-format</a>
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 */
final class Grammar {

    /** Halves of characters stand for none, and a word keeps one character for itself. */
    private static final String NONE = "\ud800-\udfff" + Segment.END;
    /** What git allows in no name besides. */
    private static final String CONTROL = "\u0001-\u001f\u007f" + NONE;

    private static final Grammar GITHUB = new Grammar();

    private final Map<String, Automaton> named = new HashMap<>();

    private Grammar() {
        define("owner", "[A-Za-z0-9][A-Za-z0-9\\-]*(_[A-Za-z0-9]+)?");
        define("name", "[A-Za-z0-9._\\-]+&~(\\.\\.?)");
        define("id", "[1-9][0-9]*");
        define("text", "[^" + NONE + "]+");
        define("actor", "<owner>(\\[bot\\])?");
        define(
                "path",
                "[^ ~\\^:?*\\[\\\\" + CONTROL + "]+"
                        + "&~(.*(\\.\\.|//|\\@\\{).*|/.*|.*[/.]|(.*/)?\\..*|.*\\.lock(/.*)?)");
        define("branch", "refs/heads/<path>");
        define("tag", "refs/tags/<path>");
        define("pull", "refs/pull/<id>/(merge|head)");
        define("ref", "<branch>|<tag>|<pull>");
        define("file", "<owner>/<name>/\\.github/workflows/[^/\\@" + CONTROL + "]+\\.ya?ml\\@(<ref>|[0-9a-f]{40})");
        templates();
    }

    /** What a customised {@code sub} is made of. Anybody can present what is free; what is of a repository, only the repository. */
    private void templates() {
        define("value", "[^:" + NONE + "]+");
        define(
                "free",
                "pull_request|(environment|workflow):<value>|(base_ref|head_ref):<path>?|ref:<ref>"
                        + "|actor:<actor>|actor_id:<id>|event_name:[a-z_]+|ref_type:(branch|tag)"
                        + "|repository_visibility:(public|private|internal)|runner_environment:(github|self)\\-hosted"
                        + "|job_workflow_ref:<file>|repo_property_[A-Za-z0-9_\\-]+:<value>");
        define("ofrepository", "(repo|repository|repository_owner|repository_owner_id|repository_id):<value>");
        define("other", "([a-z0-9_\\-]+:<value>?|pull_request)&~(<ofrepository>)");
    }

    private void define(String name, String expression) {
        named.put(name, automaton(expression));
    }

    private Automaton automaton(String expression) {
        Automaton automaton = new RegExp(
                        expression.replace(';', Segment.END),
                        RegExp.INTERSECTION | RegExp.COMPLEMENT | RegExp.AUTOMATON)
                .toAutomaton(named, false);
        automaton.determinize();
        automaton.minimize();
        return automaton;
    }

    /** The texts of an expression, in which {@code ;} stands for the end of a segment. */
    static Dfa texts(String expression) {
        return Exploration.explore(new Texts(GITHUB.automaton(expression).getInitialState()), new Budget(Budget.EDGES));
    }

    /**
     * The texts of an automaton.
     *
     * @param start its first state
     */
    private record Texts(State start) implements Machine<State> {

        @Override
        public Truth truth(State state) {
            return Truth.of(state.isAccept());
        }

        @Override
        public void edges(State state, Edges<? super State> edges) {
            for (Transition edge : state.getSortedTransitions(false)) {
                edges.add(edge.getMin(), edge.getMax(), edge.getDest());
            }
        }
    }
}
