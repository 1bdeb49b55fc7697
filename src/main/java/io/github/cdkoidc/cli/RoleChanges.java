package io.github.cdkoidc.cli;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.report.Change;
import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal;
import io.github.cdkoidc.trust.exposure.Exposure;
import io.github.cdkoidc.trust.exposure.Extent;
import io.github.cdkoidc.trust.exposure.TrustChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What has become of roles. A role is the same if it has the same logical id in a file of the same name, or the same name in IAM. */
final class RoleChanges {

    /** The policy of a role that is not there: it admits no run. */
    private static final TrustPolicy NONE = TrustPolicy.of(new PolicyDocument(List.of()));

    private final Map<String, Role> before;
    private final Map<String, Role> after;
    private final List<Change> changes = new ArrayList<>();

    RoleChanges(List<Role> before, List<Role> after) {
        boolean single = before.size() == 1 && after.size() == 1;
        boolean files = Stream.of(before, after)
                .allMatch(roles -> roles.stream().map(Role::file).distinct().count() <= 1);
        this.before = byKey(before, single, files);
        this.after = byKey(after, single, files);
    }

    private static Map<String, Role> byKey(List<Role> roles, boolean single, boolean files) {
        Map<String, Role> byKey = new LinkedHashMap<>();
        roles.forEach(role -> byKey.put(single ? "" : files ? key(role) : fileName(role) + "/" + key(role), role));
        return byKey;
    }

    private static String key(Role role) {
        return role.logicalId().isEmpty() ? role.title() : role.logicalId();
    }

    private static String fileName(Role role) {
        return role.file().substring(role.file().lastIndexOf('/') + 1);
    }

    /** The roles that are different, in the order of what is there after the change; what is gone is last. */
    List<Change> changes() {
        after.forEach((key, role) -> {
            Role earlier = before.get(key);
            compare(
                    role,
                    earlier == null ? "added" : "changed",
                    earlier == null ? () -> NONE : earlier.document(),
                    role.document());
        });
        before.forEach((key, role) -> {
            if (!after.containsKey(key)) {
                compare(role, "removed", role.document(), () -> NONE);
            }
        });
        return List.copyOf(changes);
    }

    /** A policy that cannot be read may admit anything. */
    private void compare(Role shown, String kind, Supplier<TrustPolicy> earlier, Supplier<TrustPolicy> later) {
        try {
            change(shown, kind, earlier.get(), later.get());
        } catch (MalformedPolicyException e) {
            add(shown, kind, List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private void change(Role shown, String kind, TrustPolicy earlier, TrustPolicy later) {
        if (earlier.equals(later)
                && earlier.document().providers().equals(later.document().providers())) {
            return;
        }
        TrustChange change = later.comparedTo(earlier);
        List<String> unknown = Stream.of(change.gained(), change.lost())
                .flatMap(exposure -> exposure.because().stream())
                .distinct()
                .toList();
        List<Change.Access> gained = accesses(change.gained(), change.gainedPrincipals());
        List<Change.Access> lost = accesses(change.lost(), change.lostPrincipals());
        if (!gained.isEmpty() || !lost.isEmpty() || !unknown.isEmpty()) {
            add(shown, kind, gained, lost, unknown);
        }
    }

    private void add(
            Role shown, String kind, List<Change.Access> gained, List<Change.Access> lost, List<String> unknown) {
        changes.add(new Change(
                shown.title(), new Problem.Place(shown.file(), shown.line(), ""), kind, gained, lost, unknown));
    }

    private static List<Change.Access> accesses(Exposure exposure, List<AdmittedPrincipal> principals) {
        List<Change.Access> accesses = new ArrayList<>();
        for (AdmittedPrincipal principal : principals) {
            accesses.add(Change.Access.ofPrincipal(principal.what(), principal.how()));
        }
        for (Admission admission : exposure.admissions()) {
            int before = accesses.size();
            add(accesses, admission, "branch", "branches", admission.branches());
            add(accesses, admission, "tag", "tags", admission.tags());
            add(accesses, admission, "environment", "environments", admission.environments());
            if (!admission.pullRequests().isNone()) {
                accesses.add(access(
                        admission, "pull requests", admission.pullRequests().example()));
            }
            if (accesses.size() == before) {
                accesses.add(access(admission, "runs with a sub of their own", admission.example()));
            }
        }
        return accesses;
    }

    private static Change.Access access(Admission admission, String runs, Optional<GitHubClaims> token) {
        return Change.Access.ofRuns(admission.fullName(), runs, token);
    }

    private static void add(List<Change.Access> accesses, Admission admission, String one, String many, Extent extent) {
        if (extent instanceof Extent.These these) {
            these.examples()
                    .forEach((name, token) -> accesses.add(
                            access(admission, one + " " + name + (token.isEmpty() ? ", perhaps" : ""), token)));
        } else if (extent.isUnbounded()) {
            accesses.add(access(admission, many + " that the policy does not name", extent.example()));
        } else {
            accesses.add(access(admission, many + ", which " + extent, Optional.empty()));
        }
    }
}
