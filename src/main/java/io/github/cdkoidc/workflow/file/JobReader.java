package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.IfCondition;
import io.github.cdkoidc.workflow.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one job. */
record JobReader(ReadWarnings notes) {

    private static final String ACTION = "aws-actions/configure-aws-credentials";
    private static final Set<String> KEYS = Set.of(
            "name",
            "permissions",
            "needs",
            "if",
            "runs-on",
            "snapshot",
            "environment",
            "concurrency",
            "outputs",
            "env",
            "defaults",
            "steps",
            "timeout-minutes",
            "cancel-timeout-minutes",
            "strategy",
            "continue-on-error",
            "container",
            "services",
            "uses",
            "with",
            "secrets");

    /** What GitHub knows before a job starts, and before its matrix is written out. */
    private static final Set<String> CONTEXTS = Set.of("github", "inputs", "vars", "needs", "strategy", "matrix");

    private static final Set<String> CONDITION_CONTEXTS = Set.of("github", "inputs", "vars", "needs");

    /** Stands for a name that cannot be read. */
    private static final String NO_NAME = "${{ ? }}";

    /** The job; what it does not say of permissions, the file does. */
    Job read(YamlNode.Key key, YamlNode.Mapping job, Optional<Permissions> ofFile) {
        notes.unexpected(job, KEYS, "a job");
        Optional<Permissions> permissions = job.get("permissions").map(node -> Permissions.of(node, notes));
        boolean token = permissions
                .or(() -> ofFile)
                .map(own -> own.idToken().orElse(true))
                .orElse(false);
        List<String> needs =
                job.get("needs").flatMap(node -> notes.texts(node, "needs")).orElse(List.of());
        Optional<IfCondition> condition = condition(job);
        condition.ifPresent(text -> notes.unexpected(text.contexts(), CONDITION_CONTEXTS, text.place(), "if of a job"));
        return new Job(
                key.name(),
                key.place(),
                needs,
                condition,
                permissions,
                job.get("environment").map(this::environment),
                call(job),
                matrix(job),
                env(job),
                job.get("steps").map(steps -> logins(steps, token)).orElse(List.of()));
    }

    private Optional<IfCondition> condition(YamlNode.Mapping owner) {
        Optional<IfCondition> condition = owner.get("if")
                .flatMap(node -> notes.template(node, "if"))
                .filter(text -> !text.source().isBlank())
                .map(text -> new IfCondition(text.place(), text.source()));
        condition
                .filter(text -> !text.isReadable())
                .ifPresent(text -> notes.add(
                        text.place(),
                        "if has \"" + text.source().strip()
                                + "\", which is not an expression, so it is not known whether this runs"));
        return condition;
    }

    private Template environment(YamlNode node) {
        Optional<YamlNode> name = Optional.of(node);
        if (node instanceof YamlNode.Mapping map) {
            notes.unexpected(map, Set.of("name", "url", "deployment"), "an environment");
            name = map.get("name");
        }
        if (name.isEmpty()) {
            notes.add(node.place(), "environment has no name, which GitHub refuses, so the subject is not known");
        }
        Template read = name.flatMap(text -> notes.template(text, "environment"))
                .orElseGet(() -> new Template(node.place(), NO_NAME, true));
        notes.unexpected(read.contexts(), CONTEXTS, read.place(), "environment");
        return read;
    }

    private Optional<Job.Call> call(YamlNode.Mapping job) {
        return job.get("uses")
                .flatMap(node -> notes.template(node, "uses"))
                .map(uses -> new Job.Call(uses.place(), uses.source(), texts(job, "with", true)));
    }

    private Optional<Matrix> matrix(YamlNode.Mapping job) {
        return job.get("strategy")
                .flatMap(node -> node instanceof YamlNode.Mapping map ? map.get("matrix") : Optional.of(node))
                .map(Matrix::new);
    }

    private Map<String, Template> texts(YamlNode.Mapping owner, String key, boolean lowerCase) {
        Map<String, Template> texts = new LinkedHashMap<>();
        if (owner.get(key).orElse(null) instanceof YamlNode.Mapping map) {
            map.entries()
                    .forEach((name, value) -> notes.template(value, key + "." + name.name())
                            .ifPresent(text ->
                                    texts.put(lowerCase ? name.name().toLowerCase(Locale.ROOT) : name.name(), text)));
        }
        return texts;
    }

    /** The texts of a file's or a job's {@code env:}. */
    Map<String, Template> env(YamlNode.Mapping owner) {
        return texts(owner, "env", false);
    }

    private List<Job.LoginStep> logins(YamlNode steps, boolean token) {
        if (!(steps instanceof YamlNode.Sequence list)) {
            notes.add(steps.place(), "steps are " + steps.kind() + ", not a list, and are not read");
            return List.of();
        }
        List<Job.LoginStep> logins = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (item instanceof YamlNode.Mapping step) {
                step.get("parallel").ifPresent(group -> logins.addAll(logins(group, token)));
                step.get("uses")
                        .flatMap(uses -> notes.template(uses, "uses"))
                        .ifPresent(uses -> addLogin(logins, step, uses, token));
            } else {
                notes.add(item.place(), "step is " + item.kind() + ", not a map, and is not read");
            }
        }
        return logins;
    }

    private void addLogin(List<Job.LoginStep> logins, YamlNode.Mapping step, Template uses, boolean token) {
        String action = uses.source().split("@", 2)[0];
        if (token && (action.startsWith("./") || action.startsWith("$/"))) {
            notes.add(uses.place(), "action " + uses.source() + " is not read, and may assume a role");
        }
        if (action.equalsIgnoreCase(ACTION)) {
            logins.add(new Job.LoginStep(uses.place(), condition(step), texts(step, "with", true), env(step)));
        }
    }
}
