package io.github.cdkoidc.sample;

import io.github.cdkoidc.TestApp;
import java.util.Map;

/** The sample with the context of a command line, outside of a workflow. */
final class SampleApps {

    static final Map<String, String> EXAMPLE = Map.of();
    static final Map<String, String> NAMED =
            Map.of("repository", "octo-org/octo-repo", "ownerId", "123456", "repositoryId", "456789");
    static final Map<String, String> EXISTING_PROVIDER =
            Map.of("repository", "octo-org@123456/octo-repo@456789", "provider", "existing");

    private SampleApps() {}

    static SampleStack sample(Map<String, String> context) {
        return SampleApp.stack(TestApp.create(context), Map.of());
    }
}
