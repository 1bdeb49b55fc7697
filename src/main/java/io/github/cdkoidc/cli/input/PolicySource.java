package io.github.cdkoidc.cli.input;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
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
final class PolicySource implements RoleSource {

    private static final String DOCUMENT = "AssumeRolePolicyDocument";
    private static final Pattern ROLE_ARN = Pattern.compile("arn:[^:]+:iam::(\\d{12}):role/.+");
    private static final String INSTEAD = "give a trust policy ({\"Version\": …, \"Statement\": […]}), the answer of "
            + "aws iam get-role, a template of CloudFormation as JSON, or the folder cdk.out";

    private final String file;
    private final String text;
    private final List<Entry> entries;

    /** A role, and the place of its policy. */
    private record Entry(Role role, String place) {}

    private PolicySource(String file, String text, List<Entry> entries) {
        this.file = file;
        this.text = text;
        this.entries = entries;
    }

    /** Reads what is not a template. */
    static PolicySource of(String file, String text, JsonNode tree) {
        if (tree.has("Statement")) {
            return policy(file, text);
        }
        List<Entry> entries = new ArrayList<>();
        roles(file, text, tree, JsonPointer.empty(), entries);
        roles(file, text, tree.path("Role"), JsonPointer.empty().appendProperty("Role"), entries);
        for (String list : List.of("Roles", "RoleDetailList")) {
            for (int i = 0; i < tree.path(list).size(); i++) {
                JsonPointer place = JsonPointer.empty().appendProperty(list).appendIndex(i);
                roles(file, text, tree.path(list).path(i), place, entries);
            }
        }
        if (entries.isEmpty()) {
            throw new BadInputException(file, "it holds neither a role nor a trust policy: " + INSTEAD);
        }
        return new PolicySource(file, text, List.copyOf(entries));
    }

    private static PolicySource policy(String file, String text) {
        Role role = new Role(
                file,
                JsonLines.of(text, ""),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                () -> TrustPolicy.parse(text));
        return new PolicySource(file, text, List.of(new Entry(role, "")));
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

    private static void roles(String file, String text, JsonNode role, JsonPointer at, List<Entry> entries) {
        JsonNode document = role.path(DOCUMENT);
        if (document.isMissingNode()) {
            return;
        }
        String place = at.appendProperty(DOCUMENT).toString();
        Optional<String> arn = text(role, "Arn");
        Matcher parts = ROLE_ARN.matcher(arn.orElse(""));
        Optional<String> account = parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
        Optional<String> name = text(role, "RoleName").or(() -> arn.map(whole -> whole.replaceFirst(".*/", "")));
        Supplier<TrustPolicy> reader = () -> TrustPolicy.of((document.isTextual()
                        ? PolicyDocument.parse(decoded(document.asText()))
                        : PolicyDocument.parse(document, place))
                .withRole(new RoleIdentity(account, name)));
        entries.add(new Entry(
                new Role(
                        file,
                        JsonLines.of(text, place),
                        "",
                        "",
                        text(role, "RoleName"),
                        arn,
                        account,
                        Optional.empty(),
                        role.path("MaxSessionDuration").asInt(0),
                        reader),
                place));
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
        return JsonLines.of(text, pointer);
    }
}
