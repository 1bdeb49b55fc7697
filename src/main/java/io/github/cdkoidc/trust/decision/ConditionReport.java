package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.ValueMatcher;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the result of one condition into words. */
final class ConditionReport {

    private static final int SHOWN = 5;

    private final ConditionEvaluator test;
    private final TokenRequest run;
    private final List<String> lines = new ArrayList<>();

    private ConditionReport(ConditionEvaluator test, TokenRequest run) {
        this.test = test;
        this.run = run;
    }

    /** What was wanted, what was presented, and why the two do not go together, or do. */
    static List<String> of(ConditionEvaluator test, TokenRequest run, Ternary result, List<DenialReason> diagnoses) {
        ConditionReport report = new ConditionReport(test, run);
        report.lines.add(test.condition().operator().iamName() + " " + test.key()
                + (result == Ternary.TRUE ? " holds" : " fails"));
        report.wanted();
        report.add("presented", report.presented());
        diagnoses.forEach(diagnosis -> report.lines.addAll(words(diagnosis)));
        if (result == Ternary.TRUE) {
            report.wildcards();
        }
        return report.lines;
    }

    private void add(String label, String text) {
        lines.add(line(label, text));
    }

    private static String line(String label, String text) {
        return String.format("  %-10s %s", label, text);
    }

    private void wanted() {
        boolean negated = test.condition().operator().comparison().isNegated();
        List<String> nearest = new ArrayList<>();
        for (ValueMatcher value : test.values()) {
            nearest.add(value.toString());
        }
        nearest.sort(Comparator.comparingInt(this::likeness).reversed());
        String label = "wanted";
        for (String value : nearest.subList(0, Math.min(SHOWN, nearest.size()))) {
            add(label, (negated ? "not " : "") + value + meaning(value));
            label = negated ? "and" : "or";
        }
        if (nearest.size() > SHOWN) {
            add(label, (negated ? "none of " : "one of ") + (nearest.size() - SHOWN) + " more");
        }
    }

    private String meaning(String value) {
        if (test.condition().operator().comparison() != OperatorKind.NULL) {
            return "";
        }
        return value.equalsIgnoreCase("true") ? ", that the key is missing" : ", that the key is there";
    }

    /** The characters that a value has in common with what is presented. */
    private int likeness(String value) {
        String claim = run.claim(test.key());
        int same = 0;
        while (claim != null
                && same < Math.min(value.length(), claim.length())
                && value.charAt(same) == claim.charAt(same)) {
            same++;
        }
        return same;
    }

    private String presented() {
        String claim = run.claim(test.key());
        if (claim != null) {
            return claim;
        }
        if (!test.key().isOf(run.issuer())) {
            return "nothing: AWS fills keys of " + run.issuerName() + " alone";
        }
        return test.key().isPopulated()
                ? "nothing: the token has no claim " + test.key().claim()
                : "nothing: AWS makes no key of a claim " + test.key().claim();
    }

    /** A cause, its remedy, and what to write into the policy. */
    static List<String> words(DenialReason diagnosis) {
        List<String> words = new ArrayList<>();
        words.add(line("cause", diagnosis.cause()));
        if (!diagnosis.remedy().isEmpty()) {
            words.add(line("remedy", diagnosis.remedy()));
        }
        for (PolicyEdit edit : diagnosis.edits()) {
            words.add(line("write", edit.json()));
        }
        return words;
    }

    private void wildcards() {
        String claim = run.claim(test.key());
        OperatorKind comparison = test.condition().operator().comparison();
        if (claim == null || comparison != OperatorKind.STRING_LIKE) {
            return;
        }
        for (ValueMatcher value : test.values()) {
            String pattern = value.toString();
            if (value.matches(claim, run) == Ternary.TRUE
                    && !pattern.contains("${")
                    && borders(pattern) != borders(claim)) {
                add("note", "a wildcard stops at nothing: in \"" + pattern + "\" it takes in / and : as well");
                add("remedy", "write out the owner, the repository and what follows, as far as they are to be fixed");
                return;
            }
        }
    }

    /** The slashes and colons: a pattern that matches a text with as many has taken in none. */
    private static int borders(String text) {
        return text.replaceAll("[^/:]", "").length();
    }
}
