package io.github.cdkoidc.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a repository's {@code sub} claim is made of, in order: GitHub's default, or the {@code include_claim_keys} that the
 * repository has opted in to.
 *
 * <p>{@code repo} and {@code repository} write {@code repo:OWNER/NAME}; {@code context} writes the default context with no key
 * of its own; any other key writes {@code key:value}, with each {@code :} of the value as {@code %3A}. A key whose value is the
 * same for every trusted run, such as {@code job_workflow_ref}, gets it from {@link #given}.
 *
 * @param keys the claim keys, one or more
 * @param given the values that every trusted run presents, by claim key
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository">
 *     GitHub: customizing the subject claims</a>
 */
public record SubjectTemplate(List<String> keys, Map<String, String> given) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> REPOSITORY_IDS = Set.of("repository_id", "repository_owner_id");

    /** The key of the {@linkplain SubjectContext default context}. */
    static final String CONTEXT = "context";

    /** GitHub's default, {@code repo} and {@code context}: {@code repo:octo-org/octo-repo:ref:refs/heads/main}. */
    public static final SubjectTemplate DEFAULT = of("repo", "context");

    /**
     * Checks the keys and values.
     *
     * @throws IllegalArgumentException if there is no key, one is not a claim's name, or a value is for no key or not exact
     */
    public SubjectTemplate {
        keys = List.copyOf(keys);
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("subject template has no claim key, and GitHub takes one or more: "
                    + "write SubjectTemplate.of(\"repo\", \"context\")");
        }
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("claim key \"" + key + "\" is not the name of a claim: "
                        + "write it as include_claim_keys has it, such as job_workflow_ref");
            }
        }
        for (Map.Entry<String, String> value : given.entrySet()) {
            requireGivable(keys, value.getKey());
            ClaimValue.exact(
                    value.getValue(), "name the one value, or write the whole sub as GitHubSubject.customLike(\"…\")");
        }
    }

    private static void requireGivable(List<String> keys, String key) {
        List<String> givable = keys.stream()
                .filter(one -> !isRepository(one) && !one.equals(CONTEXT))
                .toList();
        if (!givable.contains(key)) {
            throw new IllegalArgumentException(
                    "claim key \"" + key + "\" takes no given value in this template: write one of " + givable);
        }
    }

    /**
     * A template of {@code include_claim_keys}.
     *
     * @param keys the keys in GitHub's order, as {@code GET /repos/OWNER/NAME/actions/oidc/customization/sub} answers them
     * @return the template
     * @throws IllegalArgumentException if there is none, or one is not a claim's name
     */
    public static SubjectTemplate of(String... keys) {
        return new SubjectTemplate(List.of(keys), Map.of());
    }

    /**
     * The same template with the value that every trusted run presents for a key. It is used where the subject itself does not
     * decide it.
     *
     * @param key one of the keys, neither {@code repo}, {@code repository} nor {@code context}
     * @param value the exact value
     * @return the template
     * @throws IllegalArgumentException if the template has no such key, every subject knows its value, or it is not exact
     */
    public SubjectTemplate given(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(given);
        more.put(key, value);
        return new SubjectTemplate(keys, more);
    }

    /** Whether the value of a key differs from run to run of one repository. */
    static boolean differsByRun(String key) {
        return !REPOSITORY_IDS.contains(key);
    }

    /** Whether {@code sub} tells one repository from another. */
    boolean namesRepository() {
        return keys.stream().anyMatch(SubjectTemplate::namesRepository);
    }

    private static boolean namesRepository(String key) {
        return isRepository(key) || TenantKey.REPOSITORY_ID.is(key);
    }

    /** Whether GitHub writes {@code repo:} and the spelled repository for a key. */
    static boolean isRepository(String key) {
        return TenantKey.REPO.is(key) || TenantKey.REPOSITORY.is(key);
    }

    /**
     * Writes a {@code sub}.
     *
     * @param repository the spelled repository
     * @param claims the value of a key, {@code context} among them
     * @throws IllegalArgumentException if a key has no value, or a wildcard comes before the repository
     */
    String render(String repository, Function<String, Optional<String>> claims) {
        List<String> parts = new ArrayList<>();
        boolean named = false;
        for (String key : keys) {
            String value = isRepository(key) ? repository : value(key, claims.apply(key));
            requireNamedFirst(named, value);
            named |= namesRepository(key);
            parts.add(SubjectFormat.lead(key) + value);
        }
        return String.join(SubjectFormat.SEPARATOR, parts);
    }

    private static String value(String key, Optional<String> claim) {
        String value = claim.orElseThrow(() -> new IllegalArgumentException(
                "claim key \"" + key + "\" of the subject template has no value here: write " + instead(key)));
        return key.equals(CONTEXT) ? value : SubjectFormat.escaped(value);
    }

    private void requireNamedFirst(boolean named, String value) {
        if (!named && ClaimValue.isPattern(value)) {
            throw new IllegalArgumentException(
                    "subject template " + keys + " puts what differs from run to run before the "
                            + "repository, so a wildcard there fits other repositories: write exact subjects, or put \"repo\" first "
                            + "in include_claim_keys on GitHub");
        }
    }

    private static String instead(String key) {
        return REPOSITORY_IDS.contains(key)
                ? "withIds(ownerId, repositoryId) of the repository"
                : "template.given(\"" + key + "\", \"…\") for a subject, or claim(\"" + key + "\", \"…\") for a run";
    }
}
