package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.ParsedSubject;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tokens of repositories of other owners that are like a run's in all that their owners can choose: the ref, the environment, the
 * audience, the workflow that is called, the template of {@code sub}. No remedy may admit one.
 */
final class ForeignRuns {

    private static final String OWNER_ID = "999999990";
    private static final String REPOSITORY_ID = "999999991";

    private ForeignRuns() {}

    static List<GitHubClaims> of(TokenRequest run) {
        String sub = run.claims().values().getOrDefault("sub", "");
        SubjectRepository own = SubjectFormat.repository(sub)
                .or(() -> SubjectRepository.of(run.claims().values().getOrDefault("repository", "")))
                .orElse(new SubjectRepository("octo-org", "", "octo-repo", ""))
                .classic();
        List<GitHubClaims> runs = new ArrayList<>();
        for (String owner : List.of("x-" + own.owner(), own.owner() + "x", own.owner() + "-x", own.owner())) {
            SubjectRepository other = own.ofOwner(owner);
            SubjectRepository numbered = other.immutable(OWNER_ID, REPOSITORY_ID);
            if (!owner.equals(own.owner())) {
                add(runs, run, sub, other, other);
            }
            add(runs, run, sub, other, numbered);
        }
        return runs;
    }

    private static void add(
            List<GitHubClaims> runs, TokenRequest run, String sub, SubjectRepository other, SubjectRepository spelled) {
        Map<String, String> claims = new TreeMap<>(run.claims().values());
        claims.put("repository", other.text());
        claims.put("repository_owner", other.owner());
        claims.put("repository_id", REPOSITORY_ID);
        claims.put("repository_owner_id", OWNER_ID);
        claims.replace("enterprise_id", OWNER_ID);
        claims.replace("enterprise", "x-enterprise");
        String alike = SubjectFormat.withRepository(sub, own -> spelled);
        for (String key :
                List.of("repository_id", "repository_owner_id", "repository_owner", "enterprise_id", "enterprise")) {
            String value = claims.getOrDefault(key, OWNER_ID);
            alike = SubjectFormat.withValue(alike, key, value);
        }
        for (String custom : List.of("workflow_ref")) {
            alike = SubjectFormat.withValue(alike, custom, other.text() + "/.github/workflows/x.yml@refs/heads/main");
        }
        claims.put("sub", alike);
        runs.add(GitHubClaims.of(claims));
        for (ParsedSubject parsed : SubjectFormat.parse(sub).stream().toList()) {
            claims.put(
                    "sub",
                    SubjectFormat.REPOSITORY
                            + spelled.text()
                            + SubjectFormat.SEPARATOR
                            + parsed.context().text());
            runs.add(GitHubClaims.of(claims));
        }
    }
}
