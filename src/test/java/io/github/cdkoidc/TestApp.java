package io.github.cdkoidc;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;

/** Apps as {@code cdk synth} makes them, with the flags of {@code cdk.json}, but for what only a deployment needs. */
public final class TestApp {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> FLAGS = flags();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern WARNING = Pattern.compile("(.*) \\[ack: (.*)]");

    /**
     * A warning that an app was synthesized with, as the CDK CLI reads it.
     *
     * @param path the construct's path
     * @param id what acknowledges it, as the CDK shows it
     */
    public record Warning(String path, String id, String message) {
        private static Warning of(String path, String data) {
            Matcher text = WARNING.matcher(data);
            return text.matches() ? new Warning(path, text.group(2), text.group(1)) : new Warning(path, "", data);
        }
    }

    private TestApp() {}

    /** An app with nothing in it. */
    public static App create() {
        return create(Map.of());
    }

    /** An app with nothing in it, and with more context, as {@code cdk -c} gives it. */
    public static App create(Map<String, ?> more) {
        Map<String, Object> context = new HashMap<>(FLAGS);
        context.putAll(more);
        return new App(AppProps.builder()
                .context(context)
                .outdir("target/test-cdk.out/" + COUNT.incrementAndGet())
                .analyticsReporting(false)
                .treeMetadata(false)
                .build());
    }

    /** An app that is guarded. The oldest CDK would print each report as a table. */
    public static App guarded(Map<String, ?> more) {
        Map<String, Object> context = new HashMap<>(more);
        context.put("@aws-cdk/core:failSynthOnValidationErrors", GitHubTrustValidation.REPORT_FAILS);
        App app = create(context);
        Validations.of(app).addPlugins(new GitHubTrustValidation());
        return app;
    }

    /** A stack of an app of its own, for whatever account and region. */
    public static Stack stack() {
        return new Stack(create(), "Stack");
    }

    /** A stack of an app of its own, for one account and region. */
    public static Stack stack(String account, String region) {
        return new Stack(
                create(),
                "Stack",
                StackProps.builder()
                        .env(Environment.builder()
                                .account(account)
                                .region(region)
                                .build())
                        .build());
    }

    /** The template of a stack, nested or not, once its app is synthesized, without the version of the bootstrapping. */
    public static JsonNode template(Stack stack) {
        Path directory = Path.of(app(stack).synth().getDirectory());
        ObjectNode template = read(directory.resolve(stack.getTemplateFile()));
        remove(template, "Parameters", "BootstrapVersion");
        remove(template, "Rules", "CheckBootstrapVersion");
        return template;
    }

    /** A synthesizer without it would do as well, but jsii warns of every synthesizer that is asked for and was made in Java. */
    private static void remove(ObjectNode template, String section, String name) {
        if (template.get(section) instanceof ObjectNode entries && entries.remove(name) != null && entries.isEmpty()) {
            template.remove(section);
        }
    }

    /** The warnings of the stack and of everything in it, once its app is synthesized. */
    public static List<Warning> warnings(Stack stack) {
        Path file = Path.of(app(stack).synth().getDirectory()).resolve(stack.getArtifactId() + ".metadata.json");
        List<Warning> warnings = new ArrayList<>();
        read(file)
                .properties()
                .forEach(construct -> construct.getValue().forEach(entry -> {
                    if (entry.path("type").asText().equals("aws:cdk:warning")) {
                        warnings.add(Warning.of(
                                construct.getKey(), entry.path("data").asText()));
                    }
                }));
        return warnings;
    }

    private static App app(Stack stack) {
        return (App) stack.getNode().getRoot();
    }

    private static Map<String, Object> flags() {
        Map<String, Object> flags =
                JSON.convertValue(read(Path.of("cdk.json")).get("context"), new TypeReference<>() {});
        // Prints every warning to the terminal, and changes no template.
        flags.put("@aws-cdk/core:annotationsInValidationReport", false);
        return flags;
    }

    private static ObjectNode read(Path file) {
        try {
            return JSON.readValue(file.toFile(), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
