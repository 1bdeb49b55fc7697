package io.github.cdkoidc.cli.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.AppJudge;
import io.github.cdkoidc.assembly.CloudAssembly;
import io.github.cdkoidc.assembly.SynthesizedTemplate;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.RoleTemplate;
import io.github.cdkoidc.policy.SessionLimits;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template of CloudFormation, or all those that the CDK has synthesized into a folder. */
record TemplateSource(
        List<SynthesizedTemplate> templates,
        List<SynthesizedTemplate> app,
        List<AppFinding> unreadable,
        Map<String, JsonLines> lines)
        implements RoleSource {

    private static final String INSTEAD = "give the folder that cdk synth has written, such as cdk.out, or a template";

    TemplateSource {
        templates = List.copyOf(templates);
        app = List.copyOf(app);
        unreadable = List.copyOf(unreadable);
        lines = Map.copyOf(lines);
    }

    private TemplateSource(
            List<SynthesizedTemplate> templates, List<SynthesizedTemplate> app, List<AppFinding> unreadable) {
        this(
                templates,
                app,
                unreadable,
                templates.stream()
                        .collect(Collectors.toMap(
                                SynthesizedTemplate::file,
                                template -> new JsonLines(template.json()),
                                (first, same) -> first)));
    }

    /** Reads what the CDK has synthesized. */
    static TemplateSource folder(Inputs inputs, String name, Path folder) {
        CloudAssembly assembly = CloudAssembly.of(folder);
        if (assembly.all().isEmpty() && assembly.unreadable().isEmpty()) {
            throw new BadInputException(name, "there is no app of the CDK in this folder: " + INSTEAD);
        }
        return of(inputs, assembly.all(), assembly.all(), assembly.unreadable()).read();
    }

    /** This, unless a manifest names nothing but what cannot be, or is not the app's. */
    private TemplateSource read() {
        if (templates.isEmpty()
                && unreadable.stream().allMatch(found -> Path.of(found.file()).endsWith(CloudAssembly.MANIFEST))) {
            throw refused(unreadable.get(0));
        }
        return this;
    }

    private static BadInputException refused(AppFinding found) {
        return new BadInputException(
                found.file(), found.message() + ": " + found.rule().fix());
    }

    /** Reads the template of one stack that the CDK has synthesized beside others, and what is nested in it. */
    static TemplateSource stack(Inputs inputs, Path template) {
        CloudAssembly assembly = CloudAssembly.of(CloudAssembly.root(template));
        return of(inputs, assembly.stack(template), assembly.all(), assembly.unreadable(template));
    }

    /** A template that stands alone. */
    static TemplateSource template(String file, String json, ObjectNode tree) {
        List<SynthesizedTemplate> alone = List.of(SynthesizedTemplate.alone(file, json, tree));
        return new TemplateSource(alone, alone, List.of());
    }

    private static TemplateSource of(
            Inputs inputs,
            List<SynthesizedTemplate> judged,
            List<SynthesizedTemplate> app,
            List<AppFinding> unreadable) {
        return new TemplateSource(
                shown(inputs, judged),
                shown(inputs, app),
                unreadable.stream()
                        .map(found -> found.inFile(inputs.shown(Path.of(found.file()))))
                        .toList());
    }

    private static List<SynthesizedTemplate> shown(Inputs inputs, List<SynthesizedTemplate> templates) {
        return templates.stream()
                .map(template -> template.inFile(inputs.shown(Path.of(template.file()))))
                .toList();
    }

    @Override
    public List<Role> roles() {
        unreadable.stream()
                .filter(found -> found.rule() == TrustRule.UNREADABLE_TEMPLATE)
                .findFirst()
                .ifPresent(found -> {
                    throw refused(found);
                });
        List<Role> roles = new ArrayList<>();
        for (SynthesizedTemplate template : templates) {
            RoleTemplate read = roles(template);
            read.roles().forEach(logicalId -> roles.add(role(template, read, logicalId)));
        }
        return List.copyOf(roles);
    }

    private static RoleTemplate roles(SynthesizedTemplate template) {
        try {
            return RoleTemplate.parse(template.json());
        } catch (MalformedPolicyException e) {
            throw new BadInputException(template.file(), String.valueOf(e.getMessage()));
        }
    }

    private Role role(SynthesizedTemplate template, RoleTemplate roles, String logicalId) {
        JsonNode properties = template.resource(logicalId).path("Properties");
        Optional<String> name = Optional.of(properties.path("RoleName"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        return new Role(
                template.file(),
                line(template.file(), roles.pointer(logicalId)),
                logicalId,
                template.path(logicalId),
                name,
                properties.has("Path") ? Optional.empty() : name.flatMap(called -> arn(template, called)),
                template.account(),
                template.region(),
                properties.has("MaxSessionDuration")
                        ? properties.path("MaxSessionDuration").asInt(0)
                        : SessionLimits.DEFAULT,
                () -> TrustPolicy.of(roles.trustPolicy(logicalId, template.account())));
    }

    private static Optional<String> arn(SynthesizedTemplate template, String name) {
        return template.partition()
                .flatMap(partition ->
                        template.account().map(account -> "arn:" + partition + ":iam::" + account + ":role/" + name));
    }

    @Override
    public List<AppFinding> findings() {
        return Stream.concat(unreadable.stream(), AppJudge.findings(templates, app).stream())
                .toList();
    }

    @Override
    public int line(String file, String pointer) {
        JsonLines known = lines.get(file);
        return known == null ? 0 : known.of(pointer);
    }
}
