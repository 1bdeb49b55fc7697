package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.EventContext;
import io.github.cdkoidc.claims.ParsedSubject;
import io.github.cdkoidc.claims.SubjectContext;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import io.github.cdkoidc.claims.SubjectValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cause that lies in how GitHub writes {@code sub}: {@link SubjectFormat}. */
enum SubjectCause implements Cause {
    ENVIRONMENT_REPLACED_REF(
            "the environment replaced the ref: the job names an environment, and GitHub then writes that into sub and no ref",
            "trust \"%s\", or take the environment out of the job") {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            Optional<ParsedSubject> subject = SubjectFormat.parse(sub);
            if (subject.isEmpty() || !(subject.get().context() instanceof SubjectContext.Environment environment)) {
                return Optional.empty();
            }
            Optional<SubjectContext> other = withoutEnvironment(counterfactual);
            return other.isPresent()
                    ? Optional.of(counterfactual.presenting(
                            subject.get().with(other.get()).text()))
                    : counterfactual.wanting(contexts(wanted -> wanted instanceof SubjectContext.Ref, environment));
        }
    },
    PULL_REQUEST(
            "it is a pull request: sub then says pull_request, and neither branch nor tag nor target",
            "trust \"%s\" if the role may run code that nobody has reviewed, or name an environment in the job and trust that") {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            SubjectContext own = SubjectContext.PULL_REQUEST;
            Optional<ParsedSubject> subject = SubjectFormat.parse(sub);
            return subject.isPresent() && subject.get().context().equals(own)
                    ? counterfactual.wanting(contexts(wanted -> !wanted.equals(own), own))
                    : Optional.empty();
        }
    },
    IMMUTABLE_SPELLING(
            "the repository mints the immutable spelling, with the numbers of owner and repository, and the policy knows only "
                    + "the names",
            "trust \"%s\" as well; in the construct, withIds(…) with those numbers writes both") {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            return isSpelled(sub, true)
                    ? Optional.of(
                            counterfactual.presenting(SubjectFormat.withRepository(sub, SubjectRepository::classic)))
                    : Optional.empty();
        }
    },
    CLASSIC_SPELLING(
            "the policy knows only the immutable spelling, and the repository mints the classic one, without numbers",
            "trust \"%s\" as well until GitHub mints the immutable spelling for it; in the construct, leave immutableOnly() out") {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            if (!isSpelled(sub, false)) {
                return Optional.empty();
            }
            String owner = counterfactual.run().claim("repository_owner_id");
            String repository = counterfactual.run().claim("repository_id");
            return owner == null || repository == null
                    ? counterfactual.wanting(wanted -> SubjectFormat.withRepository(wanted, SubjectRepository::classic))
                    : Optional.of(counterfactual.presenting(
                            SubjectFormat.withRepository(sub, known -> known.immutable(owner, repository))));
        }
    },
    REF_MISSING("\"ref:\" is missing, which GitHub writes before the full name of a ref", "write \"%s\"") {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            return counterfactual.wanting(wanted -> new SubjectValue(wanted).withRef());
        }

        @Override
        public boolean isMistake() {
            return true;
        }
    },
    MERGE_QUEUE(
            "it is the run of a merge queue, whose branch is one of its own",
            "trust the queue's branches by a pattern, or leave what needs the role out of the merge_group event: this one was "
                    + "\"%s\"") {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            Matcher queue = QUEUE.matcher(sub);
            return queue.find() ? Optional.of(counterfactual.presenting(queue.replaceFirst("$1"))) : Optional.empty();
        }

        /** The name of the branch is another at each run, so only a pattern helps. */
        @Override
        public List<PolicyEdit> edits(Counterfactual counterfactual) {
            Matcher queue = QUEUE.matcher(String.valueOf(counterfactual.presented()));
            return queue.find() ? SubjectPattern.edits(counterfactual, queue.start(2), queue.end(2)) : List.of();
        }
    },
    COLON_ESCAPED("the environment's name holds a colon, which GitHub writes into sub as %%3A", "write \"%s\"") {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            return counterfactual.wanting(wanted -> new SubjectValue(wanted).withColonsEscaped());
        }

        @Override
        public boolean isMistake() {
            return true;
        }
    };

    private static final Pattern QUEUE = Pattern.compile("(?<=refs/heads/)gh-readonly-queue/(.+)/(pr-\\d+-[0-9a-f]+)");

    private final String what;
    private final String remedy;

    SubjectCause(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    abstract Optional<Counterfactual> changed(Counterfactual counterfactual, String sub);

    @Override
    public Optional<Counterfactual> without(Counterfactual counterfactual) {
        String sub = counterfactual.presented();
        return sub != null && counterfactual.key().claim().equals("sub")
                ? changed(counterfactual, sub)
                : Optional.empty();
    }

    @Override
    public String what(Counterfactual counterfactual) {
        return String.format(what);
    }

    @Override
    public String remedy(Counterfactual counterfactual) {
        return String.format(remedy, counterfactual.presented());
    }

    private static boolean isSpelled(String sub, boolean immutable) {
        Optional<SubjectRepository> repository = SubjectFormat.repository(sub);
        return repository.isPresent() && repository.get().isImmutable() == immutable;
    }

    @Override
    public List<PolicyEdit> edits(Counterfactual counterfactual) {
        if (!isMistake()) {
            return counterfactual.including();
        }
        return without(counterfactual)
                .map(changed -> counterfactual.replacing(changed.condition().values()))
                .orElse(List.of());
    }

    /** What the run would present if its job named no environment, as far as the token tells. */
    private static Optional<SubjectContext> withoutEnvironment(Counterfactual counterfactual) {
        String event = counterfactual.run().claim("event_name");
        if (event != null && EventContext.of(event) == EventContext.PULL_REQUEST) {
            return Optional.of(SubjectContext.PULL_REQUEST);
        }
        return Optional.ofNullable(counterfactual.run().claim("ref")).map(SubjectContext.Ref::new);
    }

    private static UnaryOperator<String> contexts(Predicate<SubjectContext> which, SubjectContext context) {
        return wanted -> SubjectFormat.parse(wanted)
                .filter(subject -> which.test(subject.context()))
                .map(subject -> subject.with(context).text())
                .orElse(wanted);
    }
}
