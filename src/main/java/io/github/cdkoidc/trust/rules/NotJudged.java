package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.ValuePart;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says what is not known of a statement. */
final class NotJudged {

    private NotJudged() {}

    static Stream<RuleMatch> of(AllowStatement statement) {
        Exposure exposure = statement.exposure();
        boolean known = isKnown(exposure, admission -> true)
                && (CustomisedSubjects.areOfNamedOwners(statement)
                        || isKnown(statement.customised(), admission -> !admission.hasOneOwner()));
        return known
                ? undocumented(statement)
                : Stream.of(RuleMatch.at(
                        statement.place(),
                        "who can assume the role is not known: "
                                + String.join(
                                        "; ",
                                        (isKnown(exposure, admission -> true) ? statement.customised() : exposure)
                                                .because())));
    }

    /** Keys of which AWS does not say that they are there at all, so it is not known whether any run meets them. */
    private static Stream<RuleMatch> undocumented(AllowStatement statement) {
        return statement.conditions().stream()
                .filter(condition -> condition.key().isPopulated()
                        && condition.key().isOf(statement.issuer().url())
                        && !condition.key().isDocumentedFor(statement.issuer().url()))
                .limit(1)
                .map(condition -> RuleMatch.at(
                        statement.place(condition),
                        "whether any run can assume the role is not known: key " + condition.key()
                                + " is documented for github.com in partition aws alone"));
    }

    /** The parameters that stand in a value, and the default that it is judged with. */
    static Stream<RuleMatch> defaults(LintContext context) {
        List<RuleMatch> found = new ArrayList<>();
        PolicyDocument document = context.policy().document();
        for (int i = 0; i < document.statements().size(); i++) {
            for (Condition condition : document.statements().get(i).conditions()) {
                String place = PolicyPointer.of(i + 1, condition);
                condition.values().stream()
                        .flatMap(value -> CloudFormationExpression.pieces(value).stream())
                        .forEach(piece -> byDefault(document, piece)
                                .ifPresent(message -> found.add(RuleMatch.at(place, message))));
            }
        }
        return found.stream();
    }

    private static Optional<String> byDefault(PolicyDocument document, ValuePart piece) {
        return piece instanceof ValuePart.Deployed deployed
                ? Optional.ofNullable(document.parameters().get(deployed.expression()))
                        .map(value -> "value is judged with \"" + value + "\", the default of parameter "
                                + deployed.expression().path("Ref").asText())
                : Optional.empty();
    }

    private static boolean isKnown(Exposure exposure, Predicate<Admission> asked) {
        return exposure.isComputed()
                && exposure.admissions().stream()
                        .filter(asked)
                        .allMatch(admission -> admission.example().isPresent());
    }
}
