package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.SubjectContext;

/** Two contexts of one repository: what the run is of, and what the policy trusts. */
final class ContextDifference {

    private ContextDifference() {}

    static String what(SubjectContext own, SubjectContext wanted) {
        String both = "the run is of " + own.words() + ", and the policy trusts "
                + (wanted instanceof SubjectContext.PullRequest ? "pull requests alone" : wanted.words());
        if (own instanceof SubjectContext.Environment && !(wanted instanceof SubjectContext.Environment)) {
            return "the job names an environment, which GitHub writes into sub in place of the ref: " + both;
        }
        if (wanted instanceof SubjectContext.Environment && !(own instanceof SubjectContext.Environment)) {
            return "the job names no environment, and the policy wants one: " + both;
        }
        return kind(own).equals(kind(wanted)) ? both + ", another " + kind(own) : both;
    }

    private static String kind(SubjectContext context) {
        String words = context.words().replaceFirst("^(?:the|a) ", "");
        return words.substring(0, (words + " ").indexOf(' '));
    }

    static String remedy(String sub, SubjectContext own, SubjectContext wanted) {
        String trust = "trust \"" + sub + "\"";
        if (own instanceof SubjectContext.PullRequest) {
            trust += " if the role may run code that nobody has reviewed";
        }
        if (wanted instanceof SubjectContext.Environment environment) {
            return trust + ", or write environment: " + environment.name() + " in the job";
        }
        if (own instanceof SubjectContext.Environment) {
            return trust + ", or take the environment out of the job";
        }
        if (!(wanted instanceof SubjectContext.Ref)) {
            return trust;
        }
        boolean branches = kind(own).equals("branch") && kind(wanted).equals("branch");
        return trust + ", or start the run from " + wanted.words() + (branches ? ", or rename the branch" : "");
    }
}
