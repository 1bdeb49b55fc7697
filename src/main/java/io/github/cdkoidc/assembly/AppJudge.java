package io.github.cdkoidc.assembly;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.policy.RoleTemplate;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the roles of an app, whoever wrote them: each by itself, and beside the providers and accounts of the app. It reads nothing
 * but what it is given.
 */
public final class AppJudge {

    private final List<SynthesizedTemplate> app;
    private final List<AppProvider> made;
    private final List<AppFinding> findings = new ArrayList<>();

    private AppJudge(List<SynthesizedTemplate> app) {
        this.app = app;
        this.made = app.stream().flatMap(AppProvider::in).toList();
    }

    /** What is wrong with the roles and providers of some templates of an app, the worst first. */
    public static List<AppFinding> findings(List<SynthesizedTemplate> checked, List<SynthesizedTemplate> app) {
        AppJudge all = new AppJudge(app);
        checked.forEach(all::template);
        checked.forEach(all::providers);
        return all.findings.stream()
                .sorted(Comparator.comparing(finding -> finding.rule().severity()))
                .toList();
    }

    /**
     * What is wrong in the stacks of some templates, and in what is nested in them, except warnings that the constructs have given
     * already; what cannot be read is first. The manifest beside each template names the rest of the app.
     */
    public static List<AppFinding> findings(List<String> files) {
        Map<Path, CloudAssembly> assemblies = new LinkedHashMap<>();
        List<SynthesizedTemplate> checked = new ArrayList<>();
        List<AppFinding> findings = new ArrayList<>();
        for (String file : new LinkedHashSet<>(files)) {
            Path path = Path.of(file);
            CloudAssembly assembly = assemblies.computeIfAbsent(CloudAssembly.root(path), CloudAssembly::of);
            checked.addAll(assembly.stack(path));
            findings.addAll(assembly.unreadable(path));
        }
        List<SynthesizedTemplate> app = assemblies.values().stream()
                .flatMap(assembly -> assembly.all().stream())
                .toList();
        Map<String, ConstructMetadata> constructs = new HashMap<>();
        checked.forEach(template -> constructs.put(template.file(), template.constructs()));
        findings(checked, app).stream()
                .filter(finding -> !isWarned(finding, constructs.getOrDefault(finding.file(), ConstructMetadata.NONE)))
                .forEach(findings::add);
        return List.copyOf(findings);
    }

    private static boolean isWarned(AppFinding finding, ConstructMetadata constructs) {
        return finding.rule().severity() != Severity.ERROR
                && constructs.hasWarned(finding.path(), finding.rule().id());
    }

    private void template(SynthesizedTemplate template) {
        if (template.tree().path("Resources").isMissingNode()) {
            return;
        }
        try {
            RoleTemplate roles = RoleTemplate.parse(template.json());
            roles.roles().forEach(role -> role(template, roles, role));
        } catch (MalformedPolicyException e) {
            add(template, "", Finding.of(TrustRule.UNREADABLE_TEMPLATE, e.pointer(), String.valueOf(e.getMessage())));
        }
    }

    private void role(SynthesizedTemplate template, RoleTemplate roles, String role) {
        String whole = RoleLocation.of(template, role, "");
        try {
            TrustPolicy policy = TrustPolicy.of(roles.trustPolicy(role, template.account()));
            policy.lint()
                    .forEach(finding ->
                            add(template, role, finding.at(RoleLocation.of(template, role, finding.place()))));
            ProviderArn.in(policy.document()).stream()
                    .flatMap(arn -> foreign(arn, template.account(), template.partition()).stream())
                    .forEach(why -> add(template, role, Finding.of(TrustRule.FOREIGN_PROVIDER, whole, why)));
            roles.refusedName(role)
                    .ifPresent(
                            why -> add(template, role, Finding.of(TrustRule.ROLE_NAME, roles.namePointer(role), why)));
        } catch (MalformedPolicyException e) {
            add(template, role, Finding.of(e));
        } catch (RuntimeException e) {
            String why = "trust policy cannot be checked, because " + e;
            add(template, role, Finding.of(TrustRule.UNREADABLE_TEMPLATE, whole, why));
        }
    }

    /** That a provider is surely of another account, of 12 digits, or another partition than the role that trusts it. */
    public static Optional<String> foreign(ProviderArn arn, Optional<String> account, Optional<String> partition) {
        Optional<String> otherAccount =
                account.filter(own -> !arn.account().orElse(own).equals(own)).map(own -> "account " + own);
        return otherAccount
                .or(() -> partition
                        .filter(own -> !arn.partition().orElse(own).equals(own))
                        .map(own -> "partition " + own))
                .map(own -> "provider " + arn.text() + " is trusted by a role of " + own
                        + ", and IAM takes only one of the role's own account, so no run can assume the role");
    }

    private void providers(SynthesizedTemplate template) {
        AppProvider.in(template).forEach(provider -> {
            made.stream()
                    .filter(provider::collidesWith)
                    .findFirst()
                    .ifPresent(other -> twice(template, provider, other));
            Set<String> refused = refused(provider);
            if (refused.isEmpty()) {
                provider.extraAudiences().forEach(audience -> extra(template, provider, audience));
            } else {
                missing(template, provider, refused);
            }
        });
    }

    private void twice(SynthesizedTemplate template, AppProvider provider, AppProvider other) {
        String account = template.account().map(number -> "account " + number).orElse("the same account");
        String message = "provider of " + provider.issuer() + " is made here and by " + other.path() + " ("
                + other.logicalId() + "), both in " + account + ", which takes one, so the second deployment fails";
        add(template, provider.logicalId(), Finding.of(TrustRule.PROVIDER_TWICE, provider.location("Url"), message));
    }

    /** The audiences that the roles of a provider test, if it takes none of them. */
    private Set<String> refused(AppProvider provider) {
        Set<String> wanted =
                Audiences.of("", provider, app).wanted(provider.issuer().name() + ":aud");
        boolean all = wanted.stream()
                .allMatch(audience ->
                        audience.indexOf('*') < 0 && audience.indexOf('?') < 0 && provider.refuses(audience));
        return all ? wanted : Set.of();
    }

    private void missing(SynthesizedTemplate template, AppProvider provider, Set<String> refused) {
        String audiences = String.join(", ", refused);
        String message = "provider of " + provider.issuer() + " takes no token for " + audiences
                + ", which its roles test, so every run that asks for " + audiences + " is refused";
        Finding finding = new Finding(
                TrustRule.MISSING_AUDIENCE,
                provider.location("ClientIdList"),
                message,
                Optional.empty(),
                Optional.of("add " + audiences + " to the provider's client ids"));
        add(template, provider.logicalId(), finding);
    }

    private void extra(SynthesizedTemplate template, AppProvider provider, String audience) {
        Audiences roles = Audiences.of(audience, provider, app);
        if (!roles.isAskedFor()) {
            String message = "provider of " + provider.issuer() + " takes tokens that were minted for \"" + audience
                    + (provider.refuses(GitHubClaims.DEFAULT_AUDIENCE)
                            ? "\", and none for " + GitHubClaims.DEFAULT_AUDIENCE
                            : "\" too")
                    + ", and no role of the app asks for them by name";
            String location = provider.location("ClientIdList");
            add(
                    template,
                    provider.logicalId(),
                    new Finding(TrustRule.EXTRA_AUDIENCES, location, message, roles.proof()));
        }
    }

    private void add(SynthesizedTemplate template, String logicalId, Finding finding) {
        String path = logicalId.isEmpty() ? template.stack() : template.path(logicalId);
        findings.add(new AppFinding(
                finding,
                template.file(),
                logicalId,
                path,
                template.constructs().acknowledgement(path, finding.rule().id())));
    }
}
