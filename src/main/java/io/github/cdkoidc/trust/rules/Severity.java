package io.github.cdkoidc.trust.rules;

/** How bad a finding is. */
public enum Severity {
    /** Somebody outside the named repositories gets in, or nobody ever can, or IAM refuses the document. */
    ERROR,
    /**
     * Inside a named repository, code that nobody reviewed or a ref that anyone can push gets in; or a run that was surely meant is
     * denied.
     */
    WARNING,
    /** A policy cannot show it, such as an environment's protection rules. */
    INFO
}
