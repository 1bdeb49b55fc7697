package io.github.cdkoidc.doctor;

import java.util.List;

/** What the doctor says: every run in the order of the workflows, with a login or without, and what is wrong, the worst first. */
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
