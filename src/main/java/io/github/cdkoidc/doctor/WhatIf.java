package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.ClaimVariable;
import io.github.cdkoidc.claims.EventContext;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.claims.TokenSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tokens of a run if its workflow said something else. Of a {@code sub} that is not GitHub's default nothing is said. */
record WhatIf(TokenSet claims, boolean byDefault) {

    private static final String SUB = "sub";
    private static final String ENVIRONMENT = "environment";

    /** What may have any value in some run. */
    private static final List<String> FREE = List.of(ENVIRONMENT, "ref", "actor", "workflow", "job_workflow_ref");

    /** The tokens for any audience. */
    TokenSet forAnyAudience() {
        return with(Map.of("aud", List.of(varying("audience"))), Set.of());
    }

    /** The tokens with any of some environments. */
    Optional<TokenSet> inEnvironment(TextSet names) {
        ClaimVariable name = ClaimVariable.each(ENVIRONMENT, names);
        return repository()
                .map(repository -> with(
                        Map.of(
                                SUB,
                                List.of(
                                        new ClaimPart.Text(repository + SubjectFormat.ENVIRONMENT),
                                        new ClaimPart.Varying(name, true)),
                                ENVIRONMENT,
                                List.of(new ClaimPart.Varying(name, false))),
                        Set.of()));
    }

    /** The tokens without an environment, of an event of which GitHub documents them. */
    Optional<TokenSet> withoutEnvironment(String event) {
        List<ClaimPart> ref = claims.claims().get("ref");
        EventContext context = EventContext.of(event);
        if (!context.isDocumented() || ref == null || isEmpty(ref)) {
            return Optional.empty();
        }
        return repository().map(repository -> {
            List<ClaimPart> sub = new ArrayList<>();
            boolean pullRequest = context == EventContext.PULL_REQUEST;
            sub.add(new ClaimPart.Text(repository + (pullRequest ? SubjectFormat.PULL_REQUEST : SubjectFormat.REF)));
            sub.addAll(pullRequest ? List.of() : ref);
            return with(Map.of(SUB, sub), Set.of(ENVIRONMENT));
        });
    }

    /** The tokens of any run of the repository. */
    Optional<TokenSet> ofAnyRun() {
        return repository().map(repository -> {
            Map<String, List<ClaimPart>> any = new TreeMap<>();
            any.put(SUB, List.of(new ClaimPart.Text(repository), varying("context")));
            FREE.forEach(claim ->
                    any.put(claim, List.of(new ClaimPart.Varying(ClaimVariable.each(claim, TextSet.any()), false))));
            return with(any, Set.of());
        });
    }

    private static boolean isEmpty(List<ClaimPart> parts) {
        return parts.stream()
                .allMatch(part ->
                        part instanceof ClaimPart.Text text && text.text().isEmpty());
    }

    /** {@code repo:OWNER/NAME:}, if {@code sub} is GitHub's default. */
    private Optional<String> repository() {
        List<ClaimPart> sub = claims.claims().getOrDefault(SUB, List.of());
        if (!byDefault || sub.isEmpty() || !(sub.get(0) instanceof ClaimPart.Text start)) {
            return Optional.empty();
        }
        return SubjectFormat.beforeContext(start.text());
    }

    private static ClaimPart varying(String shown) {
        return new ClaimPart.Varying(ClaimVariable.each(shown, TextSet.notEmpty()), false);
    }

    private TokenSet with(Map<String, List<ClaimPart>> changes, Set<String> without) {
        Map<String, List<ClaimPart>> changed = new TreeMap<>(claims.claims());
        changed.putAll(changes);
        changed.keySet().removeAll(without);
        return new TokenSet(changed);
    }

    /** What {@code sub} says of a run behind the repository. */
    static String context(GitHubClaims token) {
        return SubjectFormat.withoutRepository(token.get(SUB).orElse("nothing"));
    }
}
