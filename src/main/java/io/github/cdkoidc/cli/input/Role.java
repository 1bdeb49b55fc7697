package io.github.cdkoidc.cli.input;

import io.github.cdkoidc.assembly.AppJudge;
import io.github.cdkoidc.trust.MalformedPolicyException;
import io.github.cdkoidc.trust.ProviderArn;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A role, or a policy of which no role is known.
 *
 * @param file where it is written
 * @param line the line of its trust policy, from 1; 0 if it is not known
 * @param logicalId its logical id; empty if it is of no template
 * @param path the path of its construct, such as {@code Stack/Deploy}; empty if it is not known
 * @param name its name in IAM, if it is written out
 * @param arn its ARN, if it is known
 * @param account the 12 digits of its account, if they are known
 * @param region the region of its stack, if it is known
 * @param maxSession the seconds that a session may last at most; 0 if it is not known
 * @param document reads its trust policy
 */
public record Role(
        String file,
        int line,
        String logicalId,
        String path,
        Optional<String> name,
        Optional<String> arn,
        Optional<String> account,
        Optional<String> region,
        int maxSession,
        Supplier<TrustPolicy> document) {

    /**
     * Its trust policy.
     *
     * @return the policy
     * @throws BadInputException if it is none
     */
    public TrustPolicy policy() {
        try {
            return document.get();
        } catch (MalformedPolicyException e) {
            throw new BadInputException(file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What is wrong with the providers that it trusts.
     *
     * @param policy its trust policy
     * @return a line for each that is of another account or partition
     */
    public List<String> foreignProviders(TrustPolicy policy) {
        Optional<String> partition = arn.map(text -> text.replaceFirst("^arn:([^:]+):.*", "$1"));
        return ProviderArn.in(policy.document()).stream()
                .flatMap(provider -> AppJudge.foreign(provider, account, partition).stream())
                .toList();
    }

    /**
     * What it is called among others.
     *
     * @return the path of its construct, its name or its logical id, whatever is known first; else its file
     */
    public String title() {
        return !path.isEmpty() ? path : name.orElse(!logicalId.isEmpty() ? logicalId : file);
    }

    /**
     * Whether somebody calls it so.
     *
     * @param given a logical id, the path of a construct, a name or an ARN
     * @return true if it is called so
     */
    public boolean isCalled(String given) {
        return given.equals(logicalId)
                || given.equals(path)
                || given.equals(name.orElse(""))
                || given.equals(arn.orElse(""));
    }
}
