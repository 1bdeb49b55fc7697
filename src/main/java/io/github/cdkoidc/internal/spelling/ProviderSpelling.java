package io.github.cdkoidc.internal.spelling;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds principals that are nearly the ARN of a provider of GitHub, and hosts that are nearly GitHub's.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html">AWS: roles for OIDC</a>
 */
public final class ProviderSpelling {

    /** What stands in a text for what only the deployment knows. */
    private static final char UNKNOWN = '…';

    private static final String HOST = GitHubIssuer.GITHUB_COM.name();
    private static final String RESOURCE = "oidc-provider/";
    private static final Pattern ARN = Pattern.compile("arn:(aws(?:-[a-z]+)*|…):iam::(\\d{12}|…):" + RESOURCE + ".+");
    private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
    private static final Pattern PARTITION = Pattern.compile("^arn:(aws(?:-[a-z]+)*|…):");
    private static final Pattern NAME = Pattern.compile(
            ".*?(?:oidc[-_]?providers?|provider|saml-provider)[/:]+(.*)|arn:.*:([^:]*)|(.*)", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER =
            Pattern.compile("<[^<>]*>|\\[[^\\[\\]]*\\]|(?<!\\$)\\{[^{}]*\\}|\\bYOUR[-_A-Z]*|\\b[A-Z]{2,}_[A-Z_]+\\b");
    private static final Pattern GHE =
            Pattern.compile("(?:token\\.(?:actions\\.)?|actions\\.)?([a-z0-9-]+)\\.ghe\\.com");
    private static final Pattern GHE_WITH_SLUG = Pattern.compile("token\\.actions\\.[a-z0-9-]+\\.ghe\\.com/[\\w-]+");
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?");

    private ProviderSpelling() {}

    /** What is wrong with a principal that was meant to be a provider of GitHub; nothing if it is one, or is of another product. */
    public static Optional<SpellingMistake> mistake(String principal) {
        String name = name(principal);
        Optional<GitHubIssuer> meant = meant(name);
        boolean placeholder = PLACEHOLDER.matcher(principal).find();
        if (meant.isEmpty()) {
            return placeholder && principal.startsWith("arn:") && principal.contains(RESOURCE)
                    ? Optional.of(of(principal, GitHubIssuer.GITHUB_COM, "has a placeholder left in", true))
                    : Optional.empty();
        }
        String account = account(principal);
        if (placeholder) {
            return Optional.of(of(principal, meant.get(), "has a placeholder left in", account.equals("ACCOUNT")));
        }
        return name.equals(meant.get().name()) && isArn(principal)
                ? Optional.empty()
                : Optional.of(
                        of(principal, meant.get(), what(principal, name, meant.get()), account.equals("ACCOUNT")));
    }

    /** The issuer of GitHub that somebody meant who typed this as the name of a provider, or before the colon of a key. */
    public static Optional<GitHubIssuer> meant(String typed) {
        if (GitHubIssuer.isOne(typed) && !typed.startsWith("http")) {
            return Optional.of(GitHubIssuer.ofUrl(typed));
        }
        String bare = typed.replaceFirst("^[a-zA-Z]+:/+", "")
                .replaceFirst("^[/:]+", "")
                .replaceFirst("[/:]+$", "");
        String folded = bare.toLowerCase(Locale.ROOT);
        if (GHE_WITH_SLUG.matcher(folded).matches()) {
            return Optional.empty();
        }
        if (GitHubIssuer.isOne(bare) || GitHubIssuer.isOne(folded)) {
            return Optional.of(GitHubIssuer.ofUrl(GitHubIssuer.isOne(bare) ? bare : folded));
        }
        int slash = folded.indexOf('/');
        String host = slash < 0 ? folded : folded.substring(0, slash);
        String path = slash < 0 ? "" : bare.substring(slash + 1);
        Matcher ghe = GHE.matcher(host);
        if (ghe.matches()) {
            return Optional.of(GitHubIssuer.gheCom(ghe.group(1)));
        }
        return isGitHubs(host) ? Optional.of(withSlug(path)) : Optional.empty();
    }

    private static boolean isGitHubs(String host) {
        return host.equals(HOST)
                || EditDistance.isNear(host, HOST, 2)
                || host.endsWith("githubusercontent.com")
                || host.equals("github.com")
                || host.endsWith(".github.com")
                || EditDistance.isNear(host.replace(".", ""), HOST.replace(".", ""), 2)
                || (HOST.contains(host) && host.contains("githubusercontent"))
                || host.startsWith("token.actions.");
    }

    private static GitHubIssuer withSlug(String path) {
        int end = path.indexOf('/');
        String slug = end < 0 ? path : path.substring(0, end);
        return SLUG.matcher(slug).matches() ? GitHubIssuer.enterprise(slug) : GitHubIssuer.GITHUB_COM;
    }

    private static String what(String principal, String name, GitHubIssuer meant) {
        if (!isArn(principal) && name.equals(meant.name())) {
            return "is not the ARN of a provider, arn:aws:iam::ACCOUNT:oidc-provider/NAME";
        }
        if (name.startsWith("http")) {
            return "holds https://, which an ARN leaves out";
        }
        if (name.endsWith("/")) {
            return "ends with a slash, which no provider's ARN does";
        }
        return name.startsWith(HOST + "/")
                ? "has a path that no issuer of GitHub has: behind the host stands an enterprise's slug alone, or nothing"
                : "is not the provider that GitHub's tokens come from";
    }

    private static boolean isArn(String principal) {
        return ARN.matcher(principal).matches() || (principal.indexOf(UNKNOWN) >= 0 && !principal.startsWith("arn:"));
    }

    private static String name(String principal) {
        Matcher parts = NAME.matcher(principal);
        if (!parts.matches()) {
            return principal;
        }
        return parts.group(1) != null ? parts.group(1) : parts.group(2) != null ? parts.group(2) : parts.group(3);
    }

    private static String account(String principal) {
        Matcher account = ACCOUNT.matcher(principal);
        return account.find() ? account.group() : principal.indexOf(UNKNOWN) >= 0 ? "…" : "ACCOUNT";
    }

    private static SpellingMistake of(String principal, GitHubIssuer meant, String what, boolean example) {
        Matcher partition = PARTITION.matcher(principal);
        String corrected = meant.providerArn(partition.find() ? partition.group(1) : "aws", account(principal));
        return new SpellingMistake(what, corrected, example, Certainty.NEVER);
    }
}
