package io.github.cdkoidc.workflow.expression;

import io.github.cdkoidc.workflow.text.GitHubGlob;
import io.github.cdkoidc.workflow.text.NameFilter;
import java.util.List;

/** What the names of an expression mean. */
public interface Scope {

    /** How the jobs before went. */
    enum Status {
        SUCCESS,
        FAILURE,
        CANCELLED
    }

    /** The value of a name such as {@code github.ref}, whose case does not count. */
    PossibleResults lookUp(List<String> path);

    /** Whether the branch or tag of the run, which passes a filter, matches a pattern. */
    PossibleResults ask(NameFilter names, GitHubGlob glob);

    /** How the jobs before went. */
    Status status();
}
