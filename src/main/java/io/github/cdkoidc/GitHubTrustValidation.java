package io.github.cdkoidc;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.AppJudge;
import io.github.cdkoidc.assembly.ConstructMetadata;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;
import software.amazon.awscdk.PolicyViolatingResource;
import software.amazon.awscdk.PolicyViolation;

/**
 * Checks the trust policies of a whole app at every synth: of every stack, nested or of a stage, whoever wrote the role.
 *
 * <pre>
 * Validations.of(app).addPlugins(new GitHubTrustValidation());
 * </pre>
 *
 * <p>A finding of severity {@code ERROR} fails the synth. {@code Validations.of(role).acknowledge(…)} with the rule's id, such as
 * {@code github-oidc-role:anyRun}, and a reason answers the findings of that rule on the role, or on everything in a stack; the
 * reason is kept in the report. An acknowledgement on the app or a stage is not seen.
 *
 * <p>What a {@link GitHubOidcRole} has warned of by the same rule is not repeated, unless it is an error.
 *
 * @see TrustRule
 */
public final class GitHubTrustValidation implements IPolicyValidationPlugin {

    /**
     * Whether the CDK lets a report fail the synth. In 2.257 the report only sets the exit code of the CDK's own process, which is not
     * that of a Java app, and the CDK CLI does not read its file.
     */
    static final boolean REPORT_FAILS = Arrays.stream(IPolicyValidationContext.class.getMethods())
            .anyMatch(method -> method.getName().equals("getAppConstruct"));

    private String failure = "";

    /** Makes the plugin. */
    public GitHubTrustValidation() {}

    /**
     * The plugin's name.
     *
     * @return {@code github-oidc-role}
     * @throws IllegalStateException if aws-cdk-lib is 2.257, and the validation has found an error: that CDK asks for the name next,
     *     and lets nothing else fail the synth
     */
    @Override
    public String getName() {
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
        return ConstructMetadata.PREFIX;
    }

    @Override
    public List<String> getRuleIds() {
        return Stream.of(TrustRule.values()).map(TrustRule::id).toList();
    }

    @Override
    public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
        List<AppFinding> findings = AppJudge.findings(context.getTemplatePaths());
        boolean success = findings.stream().noneMatch(AppFinding::fails);
        if (!REPORT_FAILS) {
            tell(findings, success);
        }
        return PolicyValidationPluginReport.builder()
                .success(success)
                .violations(
                        findings.stream().map(GitHubTrustValidation::violation).toList())
                .build();
    }

    private void tell(List<AppFinding> findings, boolean success) {
        String text = findings.stream()
                .filter(finding -> finding.acknowledgement().isEmpty())
                .map(AppFinding::toString)
                .collect(joining("\n"));
        failure = success ? "" : "trust policies admit or deny runs that they should not\n" + text;
        if (success && !text.isEmpty()) {
            System.err.println(text);
        }
    }

    private static PolicyViolation violation(AppFinding finding) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("rule", ConstructMetadata.PREFIX + ":" + finding.rule().id());
        more.put("source", finding.rule().source());
        finding.proof().ifPresent(proof -> more.put(proof.allowed() ? "admits" : "denies", proof.json()));
        finding.acknowledgement().ifPresent(answer -> {
            more.put("severity", name(finding.rule().severity()));
            more.put("acknowledged", answer.reason());
        });
        PolicyViolatingResource.Builder resource =
                PolicyViolatingResource.builder().templatePath(finding.file()).locations(List.of(finding.location()));
        if (finding.logicalId().isEmpty()) {
            resource.constructPath(finding.path());
        } else {
            resource.resourceLogicalId(finding.logicalId());
        }
        Severity severity = finding.acknowledgement().isPresent()
                ? Severity.INFO
                : finding.rule().severity();
        return PolicyViolation.builder()
                .ruleName(ruleName(finding))
                .description(finding.description())
                .fix(finding.fix())
                .severity(name(severity))
                .ruleMetadata(more)
                .violatingResources(List.of(resource.build()))
                .build();
    }

    /**
     * The CDK takes an acknowledgement for all resources, whoever gave it. So the name of a rule holds the construct's path, and is the
     * acknowledgement itself where this construct has one.
     */
    private static String ruleName(AppFinding finding) {
        return finding.acknowledgement()
                .map(ConstructMetadata.Acknowledgement::id)
                .orElse(finding.rule().id() + "[" + finding.path() + "]");
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
