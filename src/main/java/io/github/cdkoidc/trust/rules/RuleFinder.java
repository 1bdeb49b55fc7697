package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.Optional;
import java.util.stream.Stream;

/** How a rule finds what it is about. Each constant of {@link TrustRule} names one; the factories say what it looks at. */
interface RuleFinder {

    /** What the rule finds in a policy. */
    Stream<RuleMatch> in(TrustRule rule, LintContext policy);

    /** A finder that looks at a whole policy. */
    static RuleFinder ofPolicy(OfPolicy finder) {
        return finder;
    }

    /** A finder that looks at each Allow statement for GitHub's runs. */
    static RuleFinder ofStatement(OfStatement finder) {
        return finder;
    }

    /** A finder that looks for access that a statement does not name. It yields to others as {@link UnintendedAccess} says. */
    static RuleFinder ofAccess(OfAccess finder) {
        return finder;
    }

    /** The same in one entry of a statement's exposure. */
    static RuleFinder ofAdmission(OfAdmission finder) {
        return finder;
    }

    /** A finder of access that a statement would not give if an operator were written without a modifier. */
    static RuleFinder ofModifier(OfModifier finder) {
        return finder;
    }

    /** No finder: what the rule is about is not in a policy that can be read. The Javadoc of the rule names who makes its findings. */
    static RuleFinder elsewhere() {
        return new Elsewhere();
    }

    interface OfPolicy extends RuleFinder {
        Stream<RuleMatch> of(LintContext policy);

        @Override
        default Stream<RuleMatch> in(TrustRule rule, LintContext policy) {
            return of(policy);
        }
    }

    interface OfStatement extends RuleFinder {
        Stream<RuleMatch> of(AllowStatement statement);

        @Override
        default Stream<RuleMatch> in(TrustRule rule, LintContext policy) {
            return policy.statements().stream().flatMap(this::of);
        }
    }

    /** Finds only what no rule before it is to blame for. */
    interface Yielding extends RuleFinder {
        @Override
        default Stream<RuleMatch> in(TrustRule rule, LintContext policy) {
            return policy.statements().stream().flatMap(statement -> statement.access(rule).stream());
        }
    }

    interface OfAccess extends Yielding {
        Optional<RuleMatch> of(AllowStatement statement);
    }

    interface OfAdmission extends Yielding {
        Optional<RuleMatch> of(AllowStatement statement, Admission admission);
    }

    interface OfModifier extends Yielding {
        /** The operator without the modifier, if it has it. */
        Optional<ConditionOperator> without(ConditionOperator operator);
    }

    record Elsewhere() implements RuleFinder {
        @Override
        public Stream<RuleMatch> in(TrustRule rule, LintContext policy) {
            return Stream.empty();
        }
    }
}
