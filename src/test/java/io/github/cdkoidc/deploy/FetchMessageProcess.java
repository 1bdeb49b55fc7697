package io.github.cdkoidc.deploy;

import io.github.cdkoidc.sample.FetchMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program of the sample as a process of its own, which knows no more than a workflow's step does. */
final class FetchMessageProcess {

    private final Path directory;
    private final Map<String, String> nothing;

    FetchMessageProcess(Path directory, URI endpoint) {
        this.directory = directory;
        // No region and no credentials, not even those that this machine may have.
        this.nothing = Map.of(
                "CLASSPATH", System.getProperty("java.class.path"),
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_CONFIG_FILE", directory.resolve("no-config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE",
                        directory.resolve("no-credentials").toString(),
                "AWS_EC2_METADATA_DISABLED", "true");
    }

    /** Runs it with these credentials in this region, or in none if that is empty. */
    Outcome run(String region, Map<String, String> credentials) throws IOException, InterruptedException {
        Map<String, String> environment = new TreeMap<>(nothing);
        environment.putAll(credentials);
        if (!region.isEmpty()) {
            environment.put("AWS_REGION", region);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = List.of(java, "-XX:TieredStopAtLevel=1", FetchMessage.class.getName());
        String name = "java FetchMessage   (region: " + (region.isEmpty() ? "none" : region) + ", credentials: "
                + (credentials.isEmpty() ? "none" : "of the role") + ")";
        return Command.run(directory, environment, words).shown(name, line -> true);
    }
}
