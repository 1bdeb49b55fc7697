package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an app has synthesized, as files: the templates of its stacks, those of all stages and nested stacks included. What cannot be
 * read is a finding.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-assemblies">AWS CDK: cloud assemblies</a>
 */
public final class CloudAssembly {

    /** What an assembly says of itself: {@value}. */
    public static final String MANIFEST = "manifest.json";
    /** What marks an assembly, and is the name of the outermost one's directory too. */
    private static final String MARKER = "cdk.out";

    private static final Pattern ENVIRONMENT = Pattern.compile("aws://([^/]+)/(.+)");
    private static final Pattern ASSET = Pattern.compile("[0-9a-f]{64}");

    private final Map<Path, List<SynthesizedTemplate>> stacks = new LinkedHashMap<>();
    private final Set<Path> assemblies = new HashSet<>();
    private final Map<Path, List<AppFinding>> unreadable = new LinkedHashMap<>();

    private final AssemblyFolder folder;

    private CloudAssembly(AssemblyFolder folder) {
        this.folder = folder;
    }

    /** Reads a whole assembly from its directory, such as {@code cdk.out}; it is empty if there is no manifest. */
    public static CloudAssembly of(Path root) {
        CloudAssembly assembly = new CloudAssembly(new AssemblyFolder(root(root.resolve(MANIFEST))));
        assembly.read(root, "");
        return assembly;
    }

    /** The outermost directory of the app's assembly that a file is in: a stage's is inside another. */
    public static Path root(Path file) {
        Path directory = parent(file.toAbsolutePath().normalize());
        return isAssembly(directory) && isAssembly(parent(directory)) ? root(directory) : directory;
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static boolean isAssembly(Path directory) {
        return Files.isRegularFile(directory.resolve(MANIFEST)) && Files.isRegularFile(directory.resolve(MARKER));
    }

    /** The template of a stack and of all that is nested in it, as far as they can be read. */
    public List<SynthesizedTemplate> stack(Path template) {
        Path file = template.toAbsolutePath().normalize();
        if (!stacks.containsKey(file)) {
            read(file, new Stack("", "", Optional.empty(), Optional.empty(), ConstructMetadata.NONE), Map.of());
        }
        return List.copyOf(stacks.getOrDefault(file, List.of()));
    }

    /** What cannot be read. */
    public List<AppFinding> unreadable() {
        return unreadable.values().stream().flatMap(List::stream).toList();
    }

    /** What cannot be read of the stack of a template. */
    public List<AppFinding> unreadable(Path template) {
        return List.copyOf(unreadable.getOrDefault(template.toAbsolutePath().normalize(), List.of()));
    }

    /** All templates that can be read, in the order of the manifest. */
    public List<SynthesizedTemplate> all() {
        return stacks.values().stream().flatMap(List::stream).toList();
    }

    /** What is known of a stack beside its template. */
    private record Stack(
            String path,
            String group,
            Optional<String> account,
            Optional<String> region,
            ConstructMetadata constructs) {
        Stack nested(String logicalId) {
            String resource = constructs.path(path, logicalId).orElse(path + "/" + logicalId);
            String nested = resource.replaceFirst("\\.NestedStack/[^/]+$", "");
            return new Stack(nested, group, account, region, constructs);
        }
    }

    private void read(Path directory, String group) {
        if (!assemblies.add(real(directory))) {
            return;
        }
        JsonNode artifacts = known(directory, MANIFEST).path("artifacts");
        Map<String, Named> assets = assets(directory, artifacts);
        for (JsonNode artifact : artifacts) {
            JsonNode properties = artifact.path("properties");
            String type = artifact.path("type").asText();
            if (type.equals("cdk:cloud-assembly")) {
                String stage = properties.path("displayName").asText();
                named(directory, properties, "directoryName").ifPresent(inner -> read(inner, stage));
            } else if (type.equals("aws:cloudformation:stack")) {
                named(directory, properties, "templateFile")
                        .ifPresent(file -> read(file, stack(directory, group, artifact), assets));
            }
        }
    }

    /** The file that a property of the manifest in a directory names; none, and a finding, if it cannot be read. */
    private Optional<Path> named(Path directory, JsonNode properties, String property) {
        try {
            return Optional.of(folder.file(directory, properties.path(property).asText()));
        } catch (IOException e) {
            refused(directory, property + " of the manifest cannot be read: " + AssemblyFolder.why(e));
            return Optional.empty();
        }
    }

    private void refused(Path directory, String message) {
        Path manifest = directory.resolve(MANIFEST).normalize();
        unreadable
                .computeIfAbsent(manifest, file -> new ArrayList<>())
                .add(new AppFinding(
                        Finding.of(TrustRule.UNREADABLE_TEMPLATE, "", message),
                        manifest.toString(),
                        "",
                        "",
                        Optional.empty()));
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory.normalize();
        }
    }

    /** A name, and the directory that it is written in. */
    private record Named(Path directory, String name) {}

    private Stack stack(Path directory, String group, JsonNode artifact) {
        Matcher environment = ENVIRONMENT.matcher(artifact.path("environment").asText());
        boolean known = environment.matches();
        String path = artifact.path("displayName").asText();
        String file = artifact.path("additionalMetadataFile").asText();
        JsonNode metadata = file.isEmpty() ? artifact.path("metadata") : known(directory, file);
        return new Stack(
                path,
                group,
                Optional.of(known ? environment.group(1) : "").filter(account -> account.matches("\\d{12}")),
                Optional.of(known ? environment.group(2) : "")
                        .filter(region -> !region.isEmpty() && !region.equals("unknown-region")),
                new ConstructMetadata(path, metadata));
    }

    private Map<String, Named> assets(Path directory, JsonNode artifacts) {
        Map<String, Named> assets = new LinkedHashMap<>();
        for (JsonNode artifact : artifacts) {
            if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
                known(directory, artifact.at("/properties/file").asText())
                        .path("files")
                        .properties()
                        .forEach(file -> assets.put(
                                file.getKey(),
                                new Named(
                                        directory,
                                        file.getValue().at("/source/path").asText())));
            }
        }
        return assets;
    }

    /** A file that only says more of what the templates say: nothing if it is not there, or not JSON. */
    private JsonNode known(Path directory, String name) {
        Path file;
        try {
            file = folder.file(directory, name);
        } catch (IOException e) {
            refused(directory, "file that the manifest names cannot be read: " + AssemblyFolder.why(e));
            return MissingNode.getInstance();
        }
        try {
            return Files.isRegularFile(file) ? JsonTree.parse(AssemblyFolder.text(file)) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private void read(Path file, Stack stack, Map<String, Named> assets) {
        List<SynthesizedTemplate> templates = stacks.computeIfAbsent(file, f -> new ArrayList<>());
        List<AppFinding> problems = unreadable.computeIfAbsent(file, f -> new ArrayList<>());
        new StackReader(folder, assets, templates, problems).read(file, stack);
    }

    /** Reads the template of a stack, and those that are nested in it. */
    private record StackReader(
            AssemblyFolder folder,
            Map<String, Named> assets,
            List<SynthesizedTemplate> templates,
            List<AppFinding> problems) {

        void read(Path file, Stack stack) {
            if (templates.stream().anyMatch(known -> known.file().equals(file.toString()))) {
                return;
            }
            try {
                String json = AssemblyFolder.text(file);
                if (JsonTree.parse(json) instanceof ObjectNode tree) {
                    templates.add(new SynthesizedTemplate(
                            file.toString(),
                            stack.path(),
                            stack.group(),
                            stack.account(),
                            stack.region(),
                            json,
                            tree,
                            stack.constructs()));
                    tree.path("Resources").properties().forEach(resource -> nested(file, stack, resource));
                } else {
                    problem(TrustRule.UNREADABLE_TEMPLATE, file, stack, "", "template is not a JSON object");
                }
            } catch (IOException e) {
                problem(
                        TrustRule.UNREADABLE_TEMPLATE,
                        file,
                        stack,
                        "",
                        "template cannot be read: " + AssemblyFolder.why(e));
            }
        }

        private void nested(Path parent, Stack stack, Map.Entry<String, JsonNode> resource) {
            if (!resource.getValue().path("Type").asText().equals("AWS::CloudFormation::Stack")) {
                return;
            }
            String logicalId = resource.getKey();
            String unseen = "template of this nested stack is not made by the app, so its roles are not checked";
            Optional<Named> named = named(parent, resource.getValue());
            if (named.isEmpty()) {
                problem(TrustRule.UNSEEN_TEMPLATE, parent, stack, logicalId, unseen);
                return;
            }
            try {
                read(folder.file(named.get().directory(), named.get().name()), stack.nested(logicalId));
            } catch (IOException e) {
                String why = "template of this nested stack cannot be read: " + AssemblyFolder.why(e);
                problem(TrustRule.UNREADABLE_TEMPLATE, parent, stack, logicalId, why);
            }
        }

        /** The template is an asset, and the CDK names the file, or the asset's hash in the template's URL. */
        private Optional<Named> named(Path parent, JsonNode resource) {
            String name = resource.at("/Metadata/aws:asset:path").asText();
            if (!name.isEmpty()) {
                return Optional.of(new Named(parent(parent), name));
            }
            return ASSET.matcher(resource.at("/Properties/TemplateURL").toString())
                    .results()
                    .flatMap(hash -> Optional.ofNullable(assets.get(hash.group())).stream())
                    .findFirst();
        }

        private void problem(TrustRule rule, Path file, Stack stack, String logicalId, String message) {
            String path =
                    logicalId.isEmpty() ? stack.path() : stack.nested(logicalId).path();
            problems.add(new AppFinding(
                    Finding.of(rule, logicalId.isEmpty() ? "" : "/Resources/" + logicalId, message),
                    file.toString(),
                    logicalId,
                    path,
                    stack.constructs().acknowledgement(path, rule.id())));
        }
    }
}
