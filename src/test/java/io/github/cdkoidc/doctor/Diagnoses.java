package io.github.cdkoidc.doctor;

import io.github.cdkoidc.workflow.PredictedRuns;
import java.util.ArrayList;
import java.util.List;

/** Writes what the doctor says as the expected files have it. */
final class Diagnoses {

    private Diagnoses() {}

    static String written(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        diagnosis.rows().forEach(row -> lines.addAll(lines(row)));
        diagnosis.findings().forEach(finding -> lines.addAll(lines(finding)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(DoctorRow row) {
        List<String> lines = new ArrayList<>();
        String token = row.run()
                .idToken()
                .granted()
                .map(granted -> granted ? "" : ", no token")
                .orElse(", perhaps no token");
        lines.add(PredictedRuns.name(row.run()) + (row.login().isPresent() ? "" : ", no login") + token);
        row.coverages().forEach(coverage -> lines.add("  " + coverage.role() + ": " + coverage));
        return lines;
    }

    private static List<String> lines(DoctorFinding finding) {
        List<String> lines = new ArrayList<>(List.of("", finding.toString()));
        finding.role().ifPresent(role -> lines.add("  role " + role));
        finding.token().flatMap(token -> token.get("sub")).ifPresent(sub -> lines.add("  token " + sub));
        finding.remedies().forEach(remedy -> {
            lines.add("  " + remedy.language() + " for " + remedy.where());
            remedy.text().lines().forEach(line -> lines.add("    " + line));
        });
        return lines;
    }
}
