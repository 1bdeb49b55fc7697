package io.github.cdkoidc.cli.input;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.RoleIdentity;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A policy document, or roles as {@code aws iam get-role}, {@code list-roles} and similar commands answer them. */
record PolicySource(String file, JsonLines lines, List<Entry> entries) implements RoleSource {

    private static final String DOCUMENT = "AssumeRolePolicyDocument";
    private static final Pattern ROLE_ARN = Pattern.compile("arn:[^:]+:iam::(\\d{12}):role/.+");
    private static final String INSTEAD = "give a trust policy ({\"Version\": …, \"Statement\": […]}), the answer of "
            + "aws iam get-role, a template of CloudFormation as JSON, or the folder cdk.out";

    /** A role, and the place of its policy. */
    record Entry(Role role, String place) {}

    /** Reads what is not a template. */
    static PolicySource of(String file, String text, JsonNode tree) {
        if (tree.has("Statement")) {
            return policy(file, text);
        }
        List<JsonPointer> places = new ArrayList<>(List.of(JsonPointer.empty(), JsonPointer.compile("/Role")));
        for (String list : List.of("Roles", "RoleDetailList")) {
            for (int i = 0; tree.path(list).has(i); i++) {
                places.add(JsonPointer.empty().appendProperty(list).appendIndex(i));
            }
        }
        JsonLines lines = new JsonLines(text);
        List<Entry> entries = places.stream()
                .filter(place -> tree.at(place).has(DOCUMENT))
                .map(place -> role(file, lines, tree.at(place), place))
                .toList();
        if (entries.isEmpty()) {
            throw new BadInputException(file, "it holds neither a role nor a trust policy: " + INSTEAD);
        }
        return new PolicySource(file, lines, entries);
    }

    private static PolicySource policy(String file, String text) {
        JsonLines lines = new JsonLines(text);
        Entry entry = entry(file, lines, MissingNode.getInstance(), "", () -> PolicyDocument.parse(text));
        return new PolicySource(file, lines, List.of(entry));
    }

    /** What the parser does not take for JSON may be a policy all the same, with a key that stands twice. */
    static PolicySource broken(String file, String text, JsonProcessingException why) {
        try {
            TrustPolicy.parse(text);
        } catch (MalformedPolicyException e) {
            if (e.kind() == MalformedPolicyException.Kind.DUPLICATE_KEY) {
                return policy(file, text);
            }
        }
        if (why instanceof StreamConstraintsException) {
            throw new BadInputException(
                    file, "this is nested deeper, or holds longer numbers, than any policy: " + INSTEAD);
        }
        String place = why.getLocation() == null
                ? ""
                : " (line " + why.getLocation().getLineNr() + ", column "
                        + why.getLocation().getColumnNr() + ")";
        throw new BadInputException(file, "this is not JSON" + place + ": " + INSTEAD);
    }

    private static Entry role(String file, JsonLines lines, JsonNode role, JsonPointer at) {
        JsonNode document = role.path(DOCUMENT);
        String place = at.appendProperty(DOCUMENT).toString();
        Supplier<PolicyDocument> reader = document.isTextual()
                ? () -> PolicyDocument.parse(decoded(document.asText()))
                : () -> PolicyDocument.parse(document, place);
        return entry(file, lines, role, place, reader);
    }

    private static Entry entry(
            String file, JsonLines lines, JsonNode role, String place, Supplier<PolicyDocument> document) {
        Optional<String> arn = text(role, "Arn");
        Matcher parts = ROLE_ARN.matcher(arn.orElse(""));
        Optional<String> account = parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
        Optional<String> name = text(role, "RoleName").or(() -> arn.map(whole -> whole.replaceFirst(".*/", "")));
        return new Entry(
                new Role(
                        file,
                        lines.of(place),
                        "",
                        "",
                        text(role, "RoleName"),
                        arn,
                        account,
                        Optional.empty(),
                        role.path("MaxSessionDuration").asInt(0),
                        () -> TrustPolicy.of(document.get().withRole(new RoleIdentity(account, name)))),
                place);
    }

    private static Optional<String> text(JsonNode role, String property) {
        return Optional.of(role.path(property).asText()).filter(value -> !value.isEmpty());
    }

    private static String decoded(String document) {
        return document.startsWith("%") ? URLDecoder.decode(document, StandardCharsets.UTF_8) : document;
    }

    @Override
    public List<Role> roles() {
        return entries.stream().map(Entry::role).toList();
    }

    @Override
    public List<AppFinding> findings() {
        List<AppFinding> findings = new ArrayList<>();
        for (Entry entry : entries) {
            try {
                TrustPolicy policy = entry.role().document().get();
                policy.lint().forEach(found -> findings.add(finding(entry, found)));
                entry.role()
                        .foreignProviders(policy)
                        .forEach(message ->
                                findings.add(finding(entry, Finding.of(TrustRule.FOREIGN_PROVIDER, "", message))));
            } catch (MalformedPolicyException e) {
                findings.add(finding(entry, Finding.of(e)));
            }
        }
        return findings;
    }

    private AppFinding finding(Entry entry, Finding found) {
        boolean prefixed = found.place().startsWith(entry.place());
        return new AppFinding(
                prefixed ? found : found.at(entry.place() + found.place()),
                file,
                "",
                entry.role().name().orElse(""),
                Optional.empty());
    }

    @Override
    public int line(String of, String pointer) {
        return lines.of(pointer);
    }
}
