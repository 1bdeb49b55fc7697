package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.ParsedSubject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lies in how GitHub writes {@code sub}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject
 *     claims</a>
 */
enum SubjectCause implements Cause {
    ENVIRONMENT_REPLACED_REF(
            "the environment replaced the ref: the job names an environment, and GitHub then writes that into sub and no ref",
            "trust \"%s\", or take the environment out of the job") {
        @Override
        Optional<Counterfactual> changed(Counterfactual trial, String sub) {
            return ParsedSubject.of(sub).filter(ParsedSubject::isOfEnvironment).flatMap(subject -> {
                String ref = trial.run().claim("ref");
                if ("pull_request".equals(trial.run().claim("event_name"))) {
                    return Optional.of(trial.presenting(subject.with("pull_request")));
                }
                return ref == null
                        ? trial.wanting(contexts(ParsedSubject::isOfRef, subject.context()))
                        : Optional.of(trial.presenting(subject.with("ref:" + ref)));
            });
        }
    },
    PULL_REQUEST(
            "it is a pull request: sub then says pull_request, and neither branch nor tag nor target",
            "trust \"%s\" if the role may run code that nobody has reviewed, or name an environment in the job and trust that") {
        @Override
        Optional<Counterfactual> changed(Counterfactual trial, String sub) {
            return ParsedSubject.of(sub)
                    .filter(ParsedSubject::isOfPullRequest)
                    .flatMap(
                            subject -> trial.wanting(contexts(wanted -> !wanted.isOfPullRequest(), subject.context())));
        }
    },
    IMMUTABLE_SPELLING(
            "the repository mints the immutable spelling, with the numbers of owner and repository, and the policy knows only "
                    + "the names",
            "trust \"%s\" as well: write withIds(…) with those numbers") {
        @Override
        Optional<Counterfactual> changed(Counterfactual trial, String sub) {
            Matcher immutable = IMMUTABLE.matcher(sub);
            return immutable.find()
                    ? Optional.of(trial.presenting(immutable.replaceFirst("repo:$1/$3")))
                    : Optional.empty();
        }
    },
    CLASSIC_SPELLING(
            "the policy knows only the immutable spelling, and the repository mints the classic one, without numbers",
            "trust \"%s\" as well: leave immutableOnly() out until GitHub mints the immutable spelling for it") {
        @Override
        Optional<Counterfactual> changed(Counterfactual trial, String sub) {
            Matcher classic = CLASSIC.matcher(sub);
            if (!classic.find()) {
                return Optional.empty();
            }
            String owner = trial.run().claim("repository_owner_id");
            String repository = trial.run().claim("repository_id");
            return owner == null || repository == null
                    ? trial.wanting(wanted -> WANTED_IDS.matcher(wanted).replaceAll(""))
                    : Optional.of(trial.presenting(classic.replaceFirst("repo:$1@" + Matcher.quoteReplacement(owner)
                            + "/$2@" + Matcher.quoteReplacement(repository))));
        }
    },
    REF_MISSING("\"ref:\" is missing, which GitHub writes before the full name of a ref", "write \"%s\"") {
        @Override
        Optional<Counterfactual> changed(Counterfactual trial, String sub) {
            return trial.wanting(ParsedSubject::withRef);
        }
    },
    MERGE_QUEUE(
            "it is the run of a merge queue, whose branch is one of its own",
            "trust the queue's branches by a pattern, or leave what needs the role out of the merge_group event: this one was "
                    + "\"%s\"") {
        @Override
        Optional<Counterfactual> changed(Counterfactual trial, String sub) {
            Matcher queue = QUEUE.matcher(sub);
            return queue.find() ? Optional.of(trial.presenting(queue.replaceFirst("$1"))) : Optional.empty();
        }
    },
    COLON_ESCAPED("the environment's name holds a colon, which GitHub writes into sub as %%3A", "write \"%s\"") {
        @Override
        Optional<Counterfactual> changed(Counterfactual trial, String sub) {
            return trial.wanting(ParsedSubject::withColonsEscaped);
        }
    };

    private static final Pattern IMMUTABLE = Pattern.compile("\\brepo:([^@/:]+)@(\\d+)/([^@/:]+)@(\\d+)");
    private static final Pattern CLASSIC = Pattern.compile("\\brepo:([^@/:]+)/([^@/:]+)");
    private static final Pattern WANTED_IDS = Pattern.compile("@[^/:]+");
    private static final Pattern QUEUE = Pattern.compile("(?<=refs/heads/)gh-readonly-queue/(.+)/pr-\\d+-[0-9a-f]+");

    private final String what;
    private final String remedy;

    SubjectCause(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    abstract Optional<Counterfactual> changed(Counterfactual trial, String sub);

    @Override
    public Optional<Counterfactual> without(Counterfactual trial) {
        String sub = trial.presented();
        return sub != null && trial.key().claim().equals("sub") ? changed(trial, sub) : Optional.empty();
    }

    @Override
    public String what(Counterfactual trial) {
        return String.format(what);
    }

    @Override
    public String remedy(Counterfactual trial) {
        return String.format(remedy, trial.presented());
    }

    private static UnaryOperator<String> contexts(Predicate<ParsedSubject> which, String context) {
        return wanted -> ParsedSubject.of(wanted)
                .filter(which)
                .map(subject -> subject.with(context))
                .orElse(wanted);
    }
}
