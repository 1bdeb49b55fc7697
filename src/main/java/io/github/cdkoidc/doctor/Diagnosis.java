package io.github.cdkoidc.doctor;

import java.util.List;

/**
 * What the doctor says.
 *
 * @param rows every run, those that log in to AWS and those that do not, in the order of the workflows
 * @param findings what is wrong, the worst first, then in the order of the workflows
 */
public record Diagnosis(List<DoctorRow> rows, List<DoctorFinding> findings) {

    public Diagnosis {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** The rows that ask for AWS credentials with a token. */
    public List<DoctorRow> logins() {
        return rows.stream().filter(row -> row.login().isPresent()).toList();
    }
}
