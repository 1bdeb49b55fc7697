package io.github.cdkoidc.cli.input;

import io.github.cdkoidc.assembly.AppJudge;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A role, or a policy of which no role is known.
 *
 * @param line the line of its trust policy, from 1; 0 if it is not known
 * @param logicalId its logical id; empty if it is of no template
 * @param path the path of its construct, such as {@code Stack/Deploy}; empty if it is not known
 * @param name its name in IAM, if it is written out
 * @param account the 12 digits of its account, if they are known
 * @param maxSession the seconds that a session may last at most; 0 if it is not known
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

    /** Its trust policy; a {@link BadInputException} if that cannot be read. */
    public TrustPolicy policy() {
        try {
            return document.get();
        } catch (MalformedPolicyException e) {
            throw new BadInputException(file, String.valueOf(e.getMessage()));
        }
    }

    /** A line for each provider in its trust policy that is of another account or partition. */
    public List<String> foreignProviders(TrustPolicy policy) {
        Optional<String> partition = arn.map(text -> text.replaceFirst("^arn:([^:]+):.*", "$1"));
        return ProviderArn.in(policy.document()).stream()
                .flatMap(provider -> AppJudge.foreign(provider, account, partition).stream())
                .toList();
    }

    /** Its construct path, its name or its logical id, whatever is known first; else its file. */
    public String title() {
        return !path.isEmpty() ? path : name.orElse(!logicalId.isEmpty() ? logicalId : file);
    }

    /** Whether this is its logical id, construct path, name or ARN. */
    public boolean isCalled(String given) {
        return List.of(logicalId, path, name.orElse(""), arn.orElse("")).contains(given);
    }
}
