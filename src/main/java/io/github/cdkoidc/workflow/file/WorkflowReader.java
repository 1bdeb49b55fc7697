package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.internal.yaml.YamlParser;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads workflow files as GitHub does. What a file has and GitHub's documentation has not is not an error: it is one of {@link
 * Workflow#notUnderstood}. An error is a file that GitHub itself could not run, an {@link IllegalArgumentException} that names it.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">GitHub: workflow syntax</a>
 */
public final class WorkflowReader {

    /** Where GitHub looks for workflows: {@value}. */
    public static final String FOLDER = ".github/workflows";

    private static final String ELSEWHERE = ", or move it out of " + FOLDER;
    private static final Set<String> KEYS =
            Set.of("name", "description", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs");

    private WorkflowReader() {}

    /** The workflows of the files of a repository that end in {@code .yml} or {@code .yaml}, in the order of their names. */
    public static List<Workflow> read(Path repositoryRoot) {
        Path folder = repositoryRoot.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("folder " + repositoryRoot + " has no " + FOLDER
                    + ", where GitHub looks for workflows: name the folder that the repository is checked out to");
        }
        return files(folder).stream()
                .map(file -> read(FOLDER + "/" + file.getFileName(), text(file)))
                .toList();
    }

    /** The workflow of a file whose name is relative to the repository: {@code .github/workflows/deploy.yml}. */
    public static Workflow read(String name, String yaml) {
        YamlNode root = YamlParser.parse(name, yaml);
        YamlNode.Mapping map =
                map(root, root.place(), "file", "it is not a workflow: write \"on\" and \"jobs\"" + ELSEWHERE);
        ReadWarnings notes = new ReadWarnings();
        notes.unexpected(map, KEYS, "a workflow");
        JobReader jobs = new JobReader(notes);
        Optional<Permissions> permissions = map.get("permissions").map(node -> Permissions.of(node, notes));
        return new Workflow(
                name,
                map.get("name")
                        .flatMap(ExpressionValue::text)
                        .filter(text -> !text.isBlank())
                        .orElse(name),
                new TriggerReader(notes).read(required(map, "on", "on: push")),
                permissions,
                jobs.env(map),
                jobs(map, jobs, permissions),
                notes.toList());
    }

    private static List<Job> jobs(YamlNode.Mapping root, JobReader reader, Optional<Permissions> permissions) {
        YamlNode jobs = required(root, "jobs", "jobs: with a map of jobs");
        String id = "there is no job: write the id of a job and a colon";
        List<Job> read = new ArrayList<>();
        map(jobs, jobs.place(), "\"jobs\"", id).entries().forEach((key, job) -> {
            String what = "job \"" + key.name() + "\"";
            String steps = "it runs nothing: write runs-on and steps, or uses";
            read.add(reader.read(key, map(job, key.place(), what, steps), permissions));
        });
        return read;
    }

    private static YamlNode.Mapping map(YamlNode node, SourceLocation place, String what, String so) {
        if (node instanceof YamlNode.Mapping map) {
            return map;
        }
        throw new IllegalArgumentException(
                place.exact() + ": " + what + " is " + node.kind() + ", not a map, so " + so);
    }

    private static YamlNode required(YamlNode.Mapping root, String key, String instead) {
        return root.get(key)
                .orElseThrow(() -> new IllegalArgumentException(root.place().exact() + ": file has no \"" + key
                        + "\", which every workflow has: write " + instead + ELSEWHERE));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("file " + file
                    + " is not a file, and GitHub reads a workflow from one: rename the folder, or delete the link");
        }
        try {
            if (Files.size(file) > YamlParser.LONGEST) {
                throw new IllegalArgumentException("file " + file + " has more than " + YamlParser.LONGEST
                        + " bytes, and GitHub reads no such workflow: split it up");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "file " + file + " is not UTF-8, and a workflow is: save it as UTF-8", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static IllegalArgumentException unreadable(Path path, IOException e) {
        return new IllegalArgumentException(path + " cannot be read, because of " + e + ": check its permissions", e);
    }
}
