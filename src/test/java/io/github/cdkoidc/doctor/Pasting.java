package io.github.cdkoidc.doctor;

import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Pastes remedies into a workflow of one job and into roles, as a reader would. */
final class Pasting {

    private static final String JOB = "  deploy:\n";

    private String workflow;
    private List<DoctorRole> roles;

    Pasting(String workflow, List<DoctorRole> roles) {
        this.workflow = workflow;
        this.roles = List.copyOf(roles);
    }

    String workflow() {
        return workflow;
    }

    List<DoctorRole> roles() {
        return roles;
    }

    Pasting paste(Remedy remedy) {
        switch (remedy.language()) {
            case "json" -> trust(remedy, remedy.text());
            case "java" -> java(remedy);
            default -> yaml(remedy);
        }
        return this;
    }

    private void yaml(Remedy remedy) {
        String text = remedy.text().replace("COMMIT", "e1253824e5c10ff9df46874f81ed3ec929e19cfd");
        String key = text.substring(0, text.indexOf(':') + 1);
        if (remedy.where().startsWith("with: ")) {
            workflow = without(10, key).replaceFirst("(?m)^ {8}with:$", "        with:\n          " + text);
        } else if (key.startsWith("  - uses")) {
            workflow = workflow.concat("""
                      other:
                        if: github.ref == 'refs/tags/v'
                        runs-on: ubuntu-latest
                        steps:
                    """)
                    .concat(text.indent(4))
                    .replaceFirst("branches: \\[main\\]", "tags: [v]\n    branches: [main]");
        } else {
            workflow = without(4, key).replace(JOB, JOB + text.indent(4));
        }
    }

    /** Without a key at an indentation, and what is below it. */
    private String without(int indent, String key) {
        return workflow.replaceAll("(?m)^ {" + indent + "}" + key + ".*\n( {" + (indent + 2) + "}.*\n)*", "");
    }

    private void java(Remedy remedy) {
        String text = remedy.text();
        if (text.startsWith(".maxSessionDuration")) {
            int seconds = Integer.parseInt(text.replaceAll("\\D", ""));
            replace(remedy, role -> DoctorRoles.withMaxSessionSeconds(role, seconds));
            return;
        }
        String name = text.replaceAll("[^\"]*\"(.*)\"\\)", "$1");
        String context = text.contains(".environment(")
                ? "environment:" + name.replace(":", "%3A")
                : text.contains(".branch") ? "ref:refs/heads/" + name : "pull_request";
        trust(remedy, RoleCoverageTest.statement("""
                "StringEquals": {"~aud": "sts.amazonaws.com"}, "StringLike": {"~sub": "repo:octo-org/octo-repo:%s"}""".formatted(context)));
    }

    private void trust(Remedy remedy, String statement) {
        List<Statement> pasted = TrustPolicy.parse("{\"Version\": \"2012-10-17\", \"Statement\": " + statement + "}")
                .document()
                .statements();
        boolean instead = remedy.where().contains("in place of");
        replace(remedy, role -> {
            List<Statement> all = new ArrayList<>(
                    instead ? List.of() : role.policy().document().statements());
            all.addAll(pasted);
            return DoctorRoles.of(role.name(), TrustPolicy.of(new PolicyDocument(all)));
        });
    }

    private void replace(Remedy remedy, UnaryOperator<DoctorRole> change) {
        roles = roles.stream()
                .map(role -> Stream.of(remedy.where().split("[ ,]", -1)).anyMatch(role.name()::equals)
                        ? change.apply(role)
                        : role)
                .toList();
    }
}
