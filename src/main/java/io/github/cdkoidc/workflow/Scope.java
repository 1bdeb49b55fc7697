package io.github.cdkoidc.workflow;

import java.util.List;

/** What the names of an expression mean. */
interface Scope {

    /** How the jobs before went. */
    enum Status {
        SUCCESS,
        FAILURE,
        CANCELLED
    }

    /** The value of a name such as {@code github.ref}, whose case does not count. */
    Term lookUp(List<String> path);

    /** Whether the branch or tag of the run, which passes a filter, matches a pattern. */
    Term ask(NameFilter names, GitHubGlob glob);

    /** How the jobs before went. */
    Status status();
}
