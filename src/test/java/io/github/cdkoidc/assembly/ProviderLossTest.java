package io.github.cdkoidc.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.cdkoidc.internal.json.JsonTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderLossTest {

    private static final String URL = "https://token.actions.githubusercontent.com";

    private static SynthesizedTemplate template(String file, String resources) throws JsonProcessingException {
        String json = "{\"Resources\": {" + resources + "}}";
        return SynthesizedTemplate.alone(file, json, JsonTree.parse(json));
    }

    private static String provider(String id, String url, String audiences, String attributes) {
        return """
                "%s": {"Type": "AWS::IAM::OIDCProvider", "Properties": {"Url": "%s", "ClientIdList": [%s]}%s}""".formatted(id, url, audiences, attributes);
    }

    private static String plain(String attributes) {
        return provider("P", URL, "\"sts.amazonaws.com\"", attributes);
    }

    private static List<ProviderLoss> losses(String before, String after) throws JsonProcessingException {
        return ProviderLoss.between(List.of(template("a.json", before)), List.of(template("b.json", after)));
    }

    @Test
    void aProviderThatLeavesIsDeleted() throws JsonProcessingException {
        for (String attributes :
                List.of("", ", \"DeletionPolicy\": \"Delete\"", ", \"UpdateReplacePolicy\": \"Retain\"")) {
            assertThat(losses(plain(attributes), ""))
                    .containsExactly(new ProviderLoss(
                            "P",
                            "a.json",
                            "token.actions.githubusercontent.com",
                            "the deployment deletes the provider, because no DeletionPolicy retains it, so every role of the "
                                    + "account that trusts it denies all its runs",
                            true));
        }
    }

    @Test
    void aProviderThatIsRetainedStays() throws JsonProcessingException {
        for (String policy : List.of("Retain", "RetainExceptOnCreate")) {
            assertThat(losses(plain(", \"DeletionPolicy\": \"" + policy + "\""), ""))
                    .isEmpty();
        }
        assertThat(losses(plain(""), plain(""))).isEmpty();
        assertThat(losses("", plain(""))).isEmpty();
    }

    @Test
    void aProviderOfAnotherIssuerIsNoLoss() throws JsonProcessingException {
        assertThat(losses(provider("P", "https://gitlab.com", "\"x\"", ""), "")).isEmpty();
    }

    @Test
    void aProviderWhoseUrlChangesIsReplaced() throws JsonProcessingException {
        String other = provider("P", URL + "/octo", "\"sts.amazonaws.com\"", "");

        assertThat(losses(plain(""), other)).singleElement().satisfies(loss -> {
            assertThat(loss.message()).contains("replaces the provider, because its Url changes");
            assertThat(loss.sure()).isTrue();
        });
        String kept = ", \"UpdateReplacePolicy\": \"Retain\"";
        assertThat(losses(plain(kept), provider("P", URL + "/octo", "\"sts.amazonaws.com\"", kept)))
                .isEmpty();
    }

    @Test
    void anAudienceThatLeavesTheListIsLost() throws JsonProcessingException {
        assertThat(losses(
                        provider("P", URL, "\"sts.amazonaws.com\", \"mine\"", ""), provider("P", URL, "\"mine\"", "")))
                .singleElement()
                .satisfies(loss -> {
                    assertThat(loss.message()).contains("lose sts.amazonaws.com");
                    assertThat(loss.sure()).isTrue();
                });
        assertThat(losses(plain(""), provider("P", URL, "{\"Ref\": \"Audience\"}", "")))
                .singleElement()
                .extracting(ProviderLoss::sure)
                .isEqualTo(false);
        assertThat(losses(plain(""), provider("P", URL, "\"mine\", \"sts.amazonaws.com\"", "")))
                .isEmpty();
    }

    @Test
    void whatDependsOnTheDeploymentIsNotSure() throws JsonProcessingException {
        assertThat(losses(plain(""), plain(", \"Condition\": \"C\"")))
                .singleElement()
                .extracting(ProviderLoss::sure)
                .isEqualTo(false);
        assertThat(losses(plain(""), provider("Q", URL, "\"sts.amazonaws.com\"", "")))
                .singleElement()
                .satisfies(loss -> {
                    assertThat(loss.message()).contains("fails, because Q is made of the same URL");
                    assertThat(loss.sure()).isFalse();
                });
    }
}
