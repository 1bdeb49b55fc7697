package io.github.cdkoidc.claims;

/** What {@code sub} says of a run behind the repository, unless it is customised. */
public sealed interface SubjectContext {

    /** The pull requests: {@code pull_request}. */
    SubjectContext PULL_REQUEST = new PullRequest();

    /**
     * The context as GitHub writes it.
     *
     * @return for example {@code ref:refs/heads/main}
     */
    String text();

    /**
     * The context in words.
     *
     * @return for example {@code the branch main}
     */
    String words();

    /**
     * The environment that the job names: {@code environment:NAME}.
     *
     * @param name the name, with its {@code :} as it is
     */
    record Environment(String name) implements SubjectContext {
        @Override
        public String text() {
            return SubjectFormat.ENVIRONMENT + SubjectFormat.escaped(name);
        }

        @Override
        public String words() {
            return "the environment " + name;
        }
    }

    /** A pull request, whatever its branch, tag or target. */
    record PullRequest() implements SubjectContext {
        @Override
        public String text() {
            return SubjectFormat.PULL_REQUEST;
        }

        @Override
        public String words() {
            return "a pull request";
        }
    }

    /**
     * The ref that the run is of: {@code ref:REF}.
     *
     * @param ref the full name, such as {@code refs/heads/main}
     */
    record Ref(String ref) implements SubjectContext {
        @Override
        public String text() {
            return SubjectFormat.REF + ref;
        }

        @Override
        public String words() {
            String prefix = GitRef.prefixOf(ref);
            return prefix.isEmpty()
                    ? "the ref " + ref
                    : "the " + (prefix.contains("tags") ? "tag " : "branch ") + ref.substring(prefix.length());
        }
    }

    /** Takes apart what is one of the three. */
    static SubjectContext of(String text) {
        if (text.startsWith(SubjectFormat.ENVIRONMENT)) {
            return new Environment(SubjectFormat.unescaped(text.substring(SubjectFormat.ENVIRONMENT.length())));
        }
        return text.startsWith(SubjectFormat.REF) ? new Ref(text.substring(SubjectFormat.REF.length())) : PULL_REQUEST;
    }
}
