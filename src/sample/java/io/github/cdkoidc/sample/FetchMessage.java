package io.github.cdkoidc.sample;

import java.io.PrintStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.ssm.SsmClient;
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
        int exit = run(System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Reads with the region and the credentials of the process. */
    static int run(PrintStream out, PrintStream err) {
        try {
            String region = region();
            try (SsmClient ssm = SsmClient.create()) {
                out.println(message(ssm, region));
            }
            return 0;
        } catch (IllegalStateException e) {
            err.println("fetch-message: " + e.getMessage());
            return 1;
        }
    }

    private static String region() {
        try {
            return new DefaultAwsRegionProviderChain().getRegion().id();
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "no region is set: set aws-region in the workflow, or AWS_REGION on a workstation", e);
        }
    }

    private static String message(SsmClient ssm, String region) {
        String name = SampleStack.MESSAGE;
        try {
            return ssm.getParameter(request -> request.name(name)).parameter().value();
        } catch (ParameterNotFoundException e) {
            throw new IllegalStateException(
                    "parameter " + name + " does not exist in " + region
                            + ": deploy the sample there first, with cdk deploy",
                    e);
        } catch (SsmException e) {
            throw new IllegalStateException(
                    "AWS refused to read " + name + " in " + region + ": "
                            + e.awsErrorDetails().errorMessage(),
                    e);
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "no answer from AWS in " + region
                            + ": let configure-aws-credentials run first in the workflow, or log in "
                            + "on a workstation; " + e.getMessage(),
                    e);
        }
    }
}
