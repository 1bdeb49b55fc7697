package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.Evaluation;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a run is denied, and what to do about it: the causes in the statement that comes nearest to admitting it and in each that denies
 * it, and the edits that, all applied, make the policy admit the run. Edits that do not, or that make it admit a run of another owner, are
 * not told.
 */
final class Denial {

    private final PolicyDocument document;
    private final TokenRequest run;
    private final List<StatementDenial> denying = new ArrayList<>();
    private final List<StatementDenial> allowing = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();
    private final Map<ConditionEvaluator, List<DenialReason>> diagnoses = new HashMap<>();
    private final List<PolicyEdit> edits = new ArrayList<>();
    private boolean sentencesAlone;
    private boolean refused;
    private Optional<DenialReason> closing = Optional.empty();

    private Denial(PolicyDocument document, Evaluation evaluation) {
        this.document = document;
        this.run = evaluation.run();
        boolean allowed = false;
        for (StatementEvaluator.Outcome outcome : evaluation.outcomes()) {
            allowed |= outcome.effect() == Effect.ALLOW && outcome.applies() != Ternary.FALSE;
            if (outcome.effect() == Effect.DENY && outcome.applies() == Ternary.TRUE) {
                denying.add(new StatementDenial(document, outcome, run));
            } else if (outcome.effect() == Effect.ALLOW && outcome.applies() == Ternary.FALSE) {
                allowing.add(new StatementDenial(document, outcome, run));
            }
        }
        if (allowed) {
            allowing.clear();
        }
    }

    static Denial of(PolicyDocument document, Evaluation evaluation) {
        Denial denial = new Denial(document, evaluation);
        denial.denying.forEach(denial::deny);
        StatementDenial.nearest(denial.allowing).ifPresent(denial::allow);
        denial.prove();
        return denial;
    }

    /** One condition that does not hold is enough to keep a Deny from applying. */
    private void deny(StatementDenial statement) {
        told.add(statement.number());
        ConditionEvaluator best = null;
        for (ConditionEvaluator condition : statement.wrong()) {
            List<DenialReason> found = statement.of(condition);
            diagnoses.put(condition, found);
            if (best == null || (isEdited(found) && !isEdited(diagnoses.getOrDefault(best, List.of())))) {
                best = condition;
            }
        }
        for (ConditionEvaluator condition : statement.wrong()) {
            if (condition != best) {
                diagnoses.computeIfPresent(
                        condition,
                        (key, all) -> all.stream().map(DenialReason::causeAlone).toList());
            }
        }
        if (best == null) {
            closing = Optional.of(new DenialReason(
                    "statement " + statement.number()
                            + " tests nothing that this run could be spared by: it denies every token of its principals",
                    "take the statement out, or give it a condition that this run does not meet",
                    List.of()));
        }
        take(best == null ? List.of() : diagnoses.getOrDefault(best, List.of()));
    }

    private void allow(StatementDenial statement) {
        told.add(statement.number());
        statement.action().ifPresent(diagnosis -> take(List.of(diagnosis)));
        statement.principal().ifPresent(diagnosis -> take(List.of(diagnosis)));
        for (ConditionEvaluator condition : statement.wrong()) {
            List<DenialReason> found = statement.of(condition);
            diagnoses.put(condition, found);
            take(found);
        }
    }

    private static boolean isEdited(List<DenialReason> found) {
        return found.stream().anyMatch(diagnosis -> !diagnosis.edits().isEmpty());
    }

    private void take(List<DenialReason> found) {
        sentencesAlone |= !isEdited(found);
        found.forEach(diagnosis -> edits.addAll(diagnosis.edits()));
    }

    /** Keeps the edits only if they do what they are for. */
    private void prove() {
        if (StatementDenial.isSafe(document, PolicyEdit.all(edits, document), run, !sentencesAlone)) {
            return;
        }
        Optional<PolicyEdit> subject = subjectBeside();
        if (!sentencesAlone && subject.isPresent()) {
            List<PolicyEdit> more = new ArrayList<>(edits);
            more.add(subject.get());
            if (StatementDenial.isSafe(document, PolicyEdit.all(more, document), run, true)) {
                edits.add(subject.get());
                closing = Optional.of(new DenialReason(
                        "the statement tests no sub, so the remedy alone would admit every repository",
                        "test sub as well",
                        List.of(subject.get())));
                return;
            }
        }
        refused = true;
        edits.clear();
        closing = Optional.of(instead());
    }

    /** The run's own subject as one more test of the nearest statement. */
    private Optional<PolicyEdit> subjectBeside() {
        String sub = run.claim("sub");
        return StatementDenial.nearest(allowing)
                .filter(nearest -> sub != null)
                .map(nearest -> new PolicyEdit.AddCondition(nearest.number(), equal("sub", String.valueOf(sub))));
    }

    private Condition equal(String claim, String value) {
        return new Condition(
                ConditionOperator.STRING_EQUALS,
                run.issuerName() + ":" + claim,
                List.of(TextNode.valueOf(
                        document.version().equals(PolicyDocument.VERSION) ? value.replace("${", "${$}{") : value)));
    }

    private DenialReason instead() {
        Optional<Statement> own = ownStatement();
        if (own.isPresent()) {
            PolicyEdit addition = new PolicyEdit.AddStatement(own.get());
            if (denying.isEmpty() && StatementDenial.isSafe(document, addition.apply(document), run, true)) {
                edits.add(addition);
                return new DenialReason(
                        "no other value in the statement admits this run and no other owner's",
                        "add a statement for this run",
                        edits);
            }
        }
        return new DenialReason(
                "no change of the policy admits this run and keeps out the runs of other owners that are like it",
                denying.isEmpty()
                        ? "have the repository present its name or number: use_default: true in its OIDC customization"
                        : "start a run that no Deny is about, or have the Deny spare it by a value of its own",
                List.of());
    }

    /** A statement that allows what this run presents, if a provider to name is known. */
    private Optional<Statement> ownStatement() {
        String sub = run.claim("sub");
        String aud = run.claim("aud");
        if (sub == null || aud == null) {
            return Optional.empty();
        }
        for (Statement statement : document.statements()) {
            for (JsonNode principal : statement.principals().of(PrincipalType.FEDERATED)) {
                if (ProviderArn.of(principal)
                        .filter(arn -> arn.name().equals(run.issuerName()))
                        .isPresent()) {
                    return Optional.of(Statement.allow(principal, List.of(equal("aud", aud), equal("sub", sub))));
                }
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a statement's action and principal, and then with conditions, for the statements that are told. */
    List<StatementDenial> allowing() {
        return allowing;
    }

    List<StatementDenial> denying() {
        return denying;
    }

    /** What is wrong with a condition, with the remedy in the statement that comes nearest and without it in any other. */
    List<DenialReason> of(StatementDenial statement, ConditionEvaluator condition) {
        List<DenialReason> found = diagnoses.get(condition);
        return shown(statement, found == null ? statement.of(condition) : found);
    }

    /** The same, of its action. */
    List<DenialReason> ofAction(StatementDenial statement) {
        return shown(statement, statement.action().stream().toList());
    }

    /** The same, of its principal. */
    List<DenialReason> ofPrincipal(StatementDenial statement) {
        return shown(statement, statement.principal().stream().toList());
    }

    private List<DenialReason> shown(StatementDenial statement, List<DenialReason> found) {
        if (!told.contains(statement.number())) {
            return found.stream().map(DenialReason::causeAlone).toList();
        }
        return refused && isEdited(found)
                ? found.stream().map(DenialReason::causeAlone).toList()
                : found;
    }

    /** What is to be said at the end. */
    Optional<DenialReason> closing() {
        return closing;
    }

    /** All edits that are told, which admit the run together; none if something else than the policy has to change. */
    List<PolicyEdit> edits() {
        return edits;
    }

    /** Whether the edits are enough. */
    boolean isComplete() {
        return !sentencesAlone || refused;
    }

    /** All that is told, in the order of the statements. */
    List<DenialReason> all() {
        List<DenialReason> all = new ArrayList<>();
        List<StatementDenial> statements = new ArrayList<>(denying);
        statements.addAll(allowing);
        for (StatementDenial statement : statements) {
            if (told.contains(statement.number())) {
                all.addAll(ofAction(statement));
                all.addAll(ofPrincipal(statement));
                statement.wrong().forEach(condition -> all.addAll(of(statement, condition)));
            }
        }
        closing.ifPresent(all::add);
        return all;
    }
}
