package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.MistypedSubject;
import io.github.cdkoidc.claims.ParsedSubject;
import io.github.cdkoidc.claims.SubjectContext;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cause that lies in how the policy writes {@code sub}: GitHub never mints the value. */
enum SubjectMistake implements Cause {
    BLANKS(
            "a blank or a quote stands around a part of the value, and GitHub writes none there",
            "write it without the blank: %s") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.withoutBlanks();
        }
    },
    HOST(
            "a host or a URL stands before the owner, and GitHub writes the bare name of the repository",
            "write the name without the host: %s") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.withoutHost();
        }
    },
    WITHOUT_REPOSITORY(
            "the value does not begin with the word repo, a colon and the owner, as every default sub does",
            "write %s: GitHub puts repo: before the repository") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.withRepository();
        }
    },
    GIT_SUFFIX(
            "the repository's name ends with .git, which is of its URL and not of its name",
            "write the name without .git: %s") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.withoutGit();
        }
    },
    NO_CONTEXT(
            "the value ends behind the repository, and GitHub writes there what the run is of: a ref, an environment or pull_request",
            "write %s") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.withContext(context);
        }
    },
    ENVIRONMENT_AND_REF(
            "the value holds both an environment and a ref, and in sub the environment replaces the ref",
            "write %s, and test the key ref beside it where the branch matters") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.withOneContext(context);
        }

        @Override
        public List<PolicyEdit> edits(Counterfactual counterfactual) {
            List<PolicyEdit> edits = new ArrayList<>(super.edits(counterfactual));
            String nearest = counterfactual.nearest(String.valueOf(counterfactual.presented()));
            for (SubjectContext.Ref ref : SubjectMistake.refIn(nearest)) {
                OperatorKind comparison = ref.ref().contains("*")
                                && counterfactual.condition().operator().comparison() == OperatorKind.STRING_LIKE
                        ? OperatorKind.STRING_LIKE
                        : OperatorKind.STRING_EQUALS;
                Condition beside = new Condition(
                        ConditionOperator.of(comparison),
                        counterfactual.keyOf("ref"),
                        List.of(TextNode.valueOf(ref.ref())));
                if (!counterfactual.holds(beside)) {
                    edits.add(new PolicyEdit.AddCondition(
                            counterfactual.statement().number(), beside));
                }
            }
            return edits;
        }
    },
    CONTEXT_WORDS(
            "what follows the repository is not written as GitHub writes it: it is the whole name of the ref, an environment or pull_request",
            "write the whole context: %s") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.inWordsOf(context);
        }
    },
    PLACEHOLDER("a placeholder is left in the value", "write %s in place of the placeholder") {
        @Override
        String mended(MistypedSubject value, String sub, SubjectContext context) {
            return value.withPlaceholdersFilled(sub);
        }
    };

    private final String what;
    private final String remedy;

    SubjectMistake(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    /** The value without the mistake. */
    abstract String mended(MistypedSubject value, String sub, SubjectContext context);

    @Override
    public boolean isMistake() {
        return true;
    }

    @Override
    public Optional<Counterfactual> without(Counterfactual counterfactual) {
        String sub = counterfactual.presented();
        if (sub == null
                || !counterfactual.key().claim().equals("sub")
                || !SubjectFormat.customKeys(sub).isEmpty()) {
            return Optional.empty();
        }
        return SubjectFormat.parse(sub)
                .flatMap(parsed ->
                        counterfactual.wanting(value -> mended(new MistypedSubject(value), sub, parsed.context())));
    }

    @Override
    public String what(Counterfactual counterfactual) {
        return what + ": \"" + counterfactual.nearest(String.valueOf(counterfactual.presented())) + "\"";
    }

    @Override
    public String remedy(Counterfactual counterfactual) {
        return String.format(remedy, "\"" + mended(counterfactual) + "\"");
    }

    String mended(Counterfactual counterfactual) {
        String nearest = counterfactual.nearest(String.valueOf(counterfactual.presented()));
        return without(counterfactual)
                .map(changed -> changed.texts().get(counterfactual.texts().indexOf(nearest)))
                .filter(text -> !text.equals(nearest))
                .orElse(String.valueOf(counterfactual.presented()));
    }

    @Override
    public List<PolicyEdit> edits(Counterfactual counterfactual) {
        return without(counterfactual)
                .map(changed -> counterfactual.replacing(changed.condition().values()))
                .orElse(List.of());
    }

    /** The ref in a value that holds an environment too. */
    static List<SubjectContext.Ref> refIn(String value) {
        List<SubjectContext.Ref> refs = new ArrayList<>();
        Optional<ParsedSubject> parsed = SubjectFormat.parse(value);
        while (parsed.isPresent()) {
            if (parsed.get().context() instanceof SubjectContext.Ref ref) {
                refs.add(ref);
            }
            parsed = SubjectFormat.parse(parsed.get().after());
        }
        return refs;
    }
}
