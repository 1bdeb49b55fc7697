package io.github.cdkoidc.trust.rules;

import static io.github.cdkoidc.trust.rules.TrustRule.ANY_AUDIENCE;
import static io.github.cdkoidc.trust.rules.TrustRule.ANY_CALLER;
import static io.github.cdkoidc.trust.rules.TrustRule.ANY_OWNER;
import static io.github.cdkoidc.trust.rules.TrustRule.ANY_REPOSITORY;
import static io.github.cdkoidc.trust.rules.TrustRule.ANY_REPOSITORY_OF_OWNER;
import static io.github.cdkoidc.trust.rules.TrustRule.ANY_RUN;
import static io.github.cdkoidc.trust.rules.TrustRule.ANY_WORKFLOW_VERSION;
import static io.github.cdkoidc.trust.rules.TrustRule.CHOSEN_SUBJECT;
import static io.github.cdkoidc.trust.rules.TrustRule.DENY_LIST;
import static io.github.cdkoidc.trust.rules.TrustRule.FOR_ALL_VALUES;
import static io.github.cdkoidc.trust.rules.TrustRule.IF_EXISTS;
import static io.github.cdkoidc.trust.rules.TrustRule.IGNORED_CASE;
import static io.github.cdkoidc.trust.rules.TrustRule.LOOSE_VALUE;
import static io.github.cdkoidc.trust.rules.TrustRule.NAME_PREFIX;
import static io.github.cdkoidc.trust.rules.TrustRule.NO_TENANT;
import static io.github.cdkoidc.trust.rules.TrustRule.PULL_REQUEST;
import static io.github.cdkoidc.trust.rules.TrustRule.UNBOUNDED_BRANCHES;
import static io.github.cdkoidc.trust.rules.TrustRule.UNBOUNDED_ENVIRONMENTS;
import static io.github.cdkoidc.trust.rules.TrustRule.UNBOUNDED_TAGS;

import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The access that a statement gives and does not name. Each is blamed on one rule, and which rule comes first stands here alone. */
final class UnintendedAccess {

    /**
     * Blamed before any other that is not worse, where a statement that has the operator without its modifier denies the witness.
     */
    private static final List<TrustRule> MODIFIERS = List.of(FOR_ALL_VALUES, IF_EXISTS, IGNORED_CASE);

    /** Of an owner outside the policy: the first that applies. The others are then not asked for, nor are the next three lists. */
    private static final List<TrustRule> OWNER =
            List.of(DENY_LIST, NO_TENANT, ANY_REPOSITORY, ANY_CALLER, LOOSE_VALUE, ANY_OWNER, NAME_PREFIX);

    /** Of a repository outside the policy: the first that applies. */
    private static final List<TrustRule> REPOSITORY = List.of(ANY_REPOSITORY_OF_OWNER, NAME_PREFIX);

    /** Of each repository that is named, where every run of it is admitted. */
    private static final List<TrustRule> EVERY_RUN = List.of(ANY_RUN);

    /** Of each repository that is named, where some runs of it are denied: all that apply. */
    private static final List<TrustRule> RUNS =
            List.of(PULL_REQUEST, UNBOUNDED_BRANCHES, UNBOUNDED_TAGS, UNBOUNDED_ENVIRONMENTS);

    /** Of claims other than the subject: all that apply, besides any of the above. */
    private static final List<TrustRule> OTHER_CLAIMS = List.of(ANY_AUDIENCE, ANY_WORKFLOW_VERSION);

    private final AllowStatement statement;
    private final Map<TrustRule, List<RuleMatch>> found = new EnumMap<>(TrustRule.class);

    private UnintendedAccess(AllowStatement statement) {
        this.statement = statement;
    }

    /** What each rule is to blame for. */
    static Map<TrustRule, List<RuleMatch>> of(AllowStatement statement) {
        UnintendedAccess access = new UnintendedAccess(statement);
        access.find();
        return access.found;
    }

    private void find() {
        List<Admission> admissions = statement.exposure().admissions();
        Optional<Admission> owner = outside(statement.exposure(), Admission::hasOneOwner);
        if (owner.isPresent()) {
            first(OWNER, owner.get());
        } else {
            find(CHOSEN_SUBJECT);
            outside(statement.exposure(), Admission::hasOneRepository)
                    .ifPresent(repository -> first(REPOSITORY, repository));
            admissions.stream()
                    .filter(Admission::hasOneRepository)
                    .forEach(runs -> (runs.isAnyRun() ? EVERY_RUN : RUNS).forEach(rule -> find(rule, runs)));
            CustomisedSubjects.runs(statement).forEach(this::blame);
        }
        OTHER_CLAIMS.forEach(this::find);
    }

    /** The first entry of an exposure that goes beyond what is named, and has a token that shows it. */
    static Optional<Admission> outside(Exposure exposure, Predicate<Admission> isNamed) {
        return exposure.admissions().stream()
                .filter(isNamed.negate())
                .filter(admission -> admission.example().isPresent())
                .findFirst();
    }

    private void first(List<TrustRule> rules, Admission admission) {
        for (TrustRule rule : rules) {
            if (find(rule, admission)) {
                return;
            }
        }
    }

    private boolean find(TrustRule rule, Admission admission) {
        Optional<RuleMatch> match = ((RuleFinder.OfAdmission) rule.finder()).of(statement, admission);
        match.ifPresent(access -> blame(rule, access));
        return match.isPresent();
    }

    private void find(TrustRule rule) {
        ((RuleFinder.OfAccess) rule.finder()).of(statement).ifPresent(access -> blame(rule, access));
    }

    private void blame(TrustRule rule, RuleMatch access) {
        for (TrustRule modifier : MODIFIERS) {
            if (modifier.severity().compareTo(rule.severity()) > 0) {
                continue;
            }
            Optional<ConditionEvaluator> condition =
                    OperatorModifier.toBlame(statement, access, (RuleFinder.OfModifier) modifier.finder());
            if (condition.isPresent()) {
                RuleMatch there = access.at(statement.place(condition.get()));
                add(modifier, there, known -> known.place().equals(there.place()));
                return;
            }
        }
        add(
                rule,
                access,
                known -> known.place().equals(access.place()) && known.message().equals(access.message()));
    }

    private void add(TrustRule rule, RuleMatch access, Predicate<RuleMatch> isSame) {
        List<RuleMatch> matches = found.computeIfAbsent(rule, none -> new ArrayList<>());
        if (matches.stream().noneMatch(isSame)) {
            matches.add(access);
        }
    }
}
