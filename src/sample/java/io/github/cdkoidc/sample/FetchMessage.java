package io.github.cdkoidc.sample;

import java.io.PrintStream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.SsmClientBuilder;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** Prints the parameter {@code /message}: what the workflow runs once it has the role. */
public final class FetchMessage {

    private FetchMessage() {}

    /**
     * Prints the message, or says what is missing and exits with 1.
     *
     * @param args none
     */
    public static void main(String[] args) {
        int exit = run(
                new DefaultAwsRegionProviderChain(),
                DefaultCredentialsProvider.builder().build(),
                SsmClient.builder(),
                System.out,
                System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** The exit code. */
    static int run(
            AwsRegionProvider regions,
            AwsCredentialsProvider credentials,
            SsmClientBuilder client,
            PrintStream out,
            PrintStream err) {
        try {
            Region region = region(regions);
            client.region(region).credentialsProvider(resolved(credentials));
            try (SsmClient ssm = client.build()) {
                out.println(message(ssm, region));
            }
            return 0;
        } catch (IllegalStateException e) {
            err.println("fetch-message: " + e.getMessage());
            return 1;
        }
    }

    private static Region region(AwsRegionProvider regions) {
        try {
            return regions.getRegion();
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "no region is set: set aws-region in the workflow, or AWS_REGION on a workstation", e);
        }
    }

    private static AwsCredentialsProvider resolved(AwsCredentialsProvider credentials) {
        try {
            return StaticCredentialsProvider.create(credentials.resolveCredentials());
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "no credentials are set: let configure-aws-credentials run before this step of the workflow, or log in on a "
                            + "workstation",
                    e);
        }
    }

    private static String message(SsmClient ssm, Region region) {
        String name = SampleStack.MESSAGE;
        try {
            return ssm.getParameter(request -> request.name(name)).parameter().value();
        } catch (ParameterNotFoundException e) {
            throw new IllegalStateException(
                    "parameter " + name + " does not exist in " + region
                            + ": deploy the sample there first, with cdk deploy",
                    e);
        } catch (SsmException e) {
            throw new IllegalStateException("AWS refused to read " + name + " in " + region + ": " + reason(e), e);
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "no answer from AWS in " + region + ": look at the region's name and the network; "
                            + e.getMessage(),
                    e);
        }
    }

    private static String reason(SsmException e) {
        String reason = e.awsErrorDetails().errorMessage();
        return reason != null ? reason : "status " + e.statusCode() + ", and no reason was given";
    }
}
