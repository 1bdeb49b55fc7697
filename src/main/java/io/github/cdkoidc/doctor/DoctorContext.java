package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.SubjectTemplate;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the checks look at: a repository, who mints its tokens, the roles, and every run. */
record DoctorContext(GitHubRepository repository, GitHubIssuer issuer, List<DoctorRole> roles, List<DoctorRow> rows) {

    /** The tokens of a row if its workflow said something else, one for each case of a coverage. */
    Stream<WhatIf> whatIf(DoctorRow row) {
        return row.coverages().get(0).cases().stream()
                .map(one -> new WhatIf(one.token().possibleClaims(), isByDefault()));
    }

    boolean isByDefault() {
        return repository.subjectTemplate().equals(SubjectTemplate.DEFAULT);
    }

    /** The rows that log in. */
    Stream<DoctorRow> logins() {
        return rows.stream().filter(row -> row.login().isPresent());
    }

    /**
     * The logins of one step on one event. Branches and tags that are written out are told apart; those that only match a pattern are
     * not, because none of them may exist.
     */
    List<List<DoctorRow>> meantAlike() {
        Map<List<Object>, List<DoctorRow>> groups = new LinkedHashMap<>();
        logins().filter(DoctorRow::mayGetToken)
                .forEach(row -> groups.computeIfAbsent(meaning(row), unseen -> new ArrayList<>())
                        .add(row));
        return List.copyOf(groups.values());
    }

    private static List<Object> meaning(DoctorRow row) {
        PredictedRun run = row.run();
        return List.of(
                run.workflow().file(),
                run.jobs(),
                row.place(),
                row.login().map(login -> login.role().shown()).orElse(""),
                run.trigger().event(),
                run.inputs(),
                run.environment().map(ClaimText::shown).orElse(""),
                run.ref() instanceof ClaimText.Known known ? known.text() : "");
    }
}
