package io.github.cdkoidc.trust.rules;

/** How bad a finding is. */
public enum Severity {
    /** A run outside the named repositories can assume the role, or no run ever can, or IAM refuses the document. */
    ERROR,
    /**
     * Inside a named repository, code that is not reviewed or a ref that anyone can push can assume the role; or a run that was surely
     * meant is denied.
     */
    WARNING,
    /** A policy cannot show it, such as an environment's protection rules. */
    INFO
}
