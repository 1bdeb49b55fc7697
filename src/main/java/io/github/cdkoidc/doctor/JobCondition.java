package io.github.cdkoidc.doctor;

import java.util.Optional;

/** Writes the {@code if:} of a job so that it asks one thing more, and nothing less. */
final class JobCondition {

    private static final String OPEN = "${{";
    private static final String CLOSE = "}}";

    private JobCondition() {}

    /** The condition that the job has, and the expression. */
    static Remedy and(DoctorRow row, String expression) {
        String also = expression.contains("||") ? "(" + expression + ")" : expression;
        Optional<String> both = row.run()
                .job()
                .condition()
                .map(condition -> bare(condition.source()))
                .filter(had -> !had.isEmpty())
                .map(had -> "(" + had + ") && " + also);
        return Remedy.yamlKey(row.job(), "if", both.orElse(expression));
    }

    /** In one line, without the braces. Of a text around an expression nothing is left, because it always holds. */
    private static String bare(String source) {
        String text = source.strip().replaceAll("\\s*\\R\\s*", " ");
        if (!text.contains(OPEN)) {
            return text;
        }
        boolean one = text.startsWith(OPEN) && text.indexOf(CLOSE) == text.length() - CLOSE.length();
        return one
                ? text.substring(OPEN.length(), text.length() - CLOSE.length()).strip()
                : "";
    }
}
