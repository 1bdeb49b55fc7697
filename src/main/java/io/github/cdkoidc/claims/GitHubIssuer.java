package io.github.cdkoidc.claims;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who mints the tokens: github.com, or an installation of GitHub of one's own. The provider's URL, the last part of its ARN
 * and the prefix of the condition keys are three spellings of it.
 *
 * @see <a href="https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc">GitHub: OpenID Connect
 *     reference</a>
 */
public final class GitHubIssuer {

    private static final String GITHUB_COM_NAME = "token.actions.githubusercontent.com";
    private static final String SERVER_PATH = "/_services/token";
    private static final String SCHEME = "https://";
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?");
    private static final Pattern GITHUBS_OWN =
            Pattern.compile("(?:.+\\.)?(?:github\\.com|githubusercontent\\.com|ghe\\.com)");
    private static final Pattern NAME = Pattern.compile("token\\.actions\\.githubusercontent\\.com(?:/" + SLUG + ")?"
            + "|token\\.actions\\." + LABEL + "\\.ghe\\.com(?:/" + SLUG + ")?"
            + "|(?!" + GITHUBS_OWN + "/)" + HOST + SERVER_PATH);

    /** github.com and GitHub Enterprise Cloud: {@code https://token.actions.githubusercontent.com}. */
    public static final GitHubIssuer GITHUB_COM = new GitHubIssuer(GITHUB_COM_NAME);

    private final String name;

    private GitHubIssuer(String name) {
        this.name = name;
    }

    /**
     * GitHub Enterprise Cloud with the enterprise's own issuer: {@code https://token.actions.githubusercontent.com/SLUG}.
     *
     * @param slug the enterprise's slug, as in {@code https://github.com/enterprises/SLUG}
     * @return the issuer
     * @throws IllegalArgumentException if the slug is not of letters, digits, hyphens and underscores
     */
    public static GitHubIssuer enterprise(String slug) {
        require(SLUG, slug, "enterprise slug", "is not one word", "octo-enterprise");
        return new GitHubIssuer(GITHUB_COM_NAME + "/" + slug);
    }

    /**
     * GitHub Enterprise Cloud with data residency: {@code https://token.actions.SUBDOMAIN.ghe.com}.
     *
     * @param subdomain the enterprise's subdomain of ghe.com
     * @return the issuer
     * @throws IllegalArgumentException if the subdomain is not one label of a host name
     */
    public static GitHubIssuer gheCom(String subdomain) {
        require(LABEL, subdomain, "GHE.com subdomain", "is not one label of a host name", "octo");
        return new GitHubIssuer("token.actions." + subdomain + ".ghe.com");
    }

    /**
     * GitHub Enterprise Cloud with data residency and the enterprise's own issuer: {@code https://token.actions.SUBDOMAIN.ghe.com/SLUG}.
     *
     * @param subdomain the enterprise's subdomain of ghe.com
     * @param slug the enterprise's slug
     * @return the issuer
     * @throws IllegalArgumentException if the subdomain is not one label of a host name, or the slug is not of letters, digits,
     *     hyphens and underscores
     */
    public static GitHubIssuer gheCom(String subdomain, String slug) {
        require(SLUG, slug, "enterprise slug", "is not one word", "octo-enterprise");
        return new GitHubIssuer(gheCom(subdomain).name + "/" + slug);
    }

    /**
     * GitHub Enterprise Server: {@code https://HOST/_services/token}. It never mints immutable subjects.
     *
     * @param host the server's host name, without scheme, port or path: IAM takes no port in a provider's URL
     * @return the issuer
     * @throws IllegalArgumentException if the host is not a host name of two labels or more, or GitHub's own
     */
    public static GitHubIssuer enterpriseServer(String host) {
        require(HOST, host, "Enterprise Server host", "is not a bare host name", "github.example.com");
        if (GITHUBS_OWN.matcher(host).matches()) {
            throw new IllegalArgumentException("Enterprise Server host \"" + host
                    + "\" is GitHub's own, which mints tokens under another URL: "
                    + "write GITHUB_COM, enterprise(\"SLUG\") or gheCom(\"SUBDOMAIN\")");
        }
        return new GitHubIssuer(host + SERVER_PATH);
    }

    /**
     * Reads an issuer's URL, or the same without {@code https://}, as an ARN of an OIDC provider ends with it.
     *
     * @param url for example {@code https://token.actions.githubusercontent.com}
     * @return the issuer
     * @throws IllegalArgumentException if no GitHub mints tokens under that URL
     */
    public static GitHubIssuer ofUrl(String url) {
        Objects.requireNonNull(url, "issuer is null: write GitHubIssuer.GITHUB_COM");
        String name = withoutScheme(url);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("issuer \"" + url
                    + "\" is not a URL that GitHub mints tokens under: write "
                    + GITHUB_COM + ", " + GITHUB_COM
                    + "/SLUG, https://token.actions.SUBDOMAIN.ghe.com, the same with /SLUG, or https://HOST"
                    + SERVER_PATH);
        }
        return new GitHubIssuer(name);
    }

    /**
     * Whether GitHub mints tokens under a URL.
     *
     * @param url with or without {@code https://}
     * @return true if {@link #ofUrl} takes it
     */
    public static boolean isOne(String url) {
        return NAME.matcher(withoutScheme(url)).matches();
    }

    /**
     * A URL as ARNs and condition keys have it.
     *
     * @param url with or without {@code https://}
     * @return without {@code https://}
     */
    public static String withoutScheme(String url) {
        return url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url;
    }

    /**
     * A URL as tokens have it.
     *
     * @param url with or without {@code https://}
     * @return with {@code https://}
     */
    public static String withScheme(String url) {
        return url.startsWith(SCHEME) ? url : SCHEME + url;
    }

    private static void require(Pattern form, String given, String what, String why, String example) {
        String instead = ": write it alone, such as \"" + example + "\"";
        Objects.requireNonNull(given, what + " is null" + instead);
        if (!form.matcher(given).matches()) {
            throw new IllegalArgumentException(what + " \"" + given + "\" " + why + instead);
        }
    }

    /**
     * The {@code iss} claim, and the URL of the IAM OIDC provider.
     *
     * @return for example {@code https://token.actions.githubusercontent.com}
     */
    public String url() {
        return SCHEME + name;
    }

    /**
     * The URL without {@code https://}: what an ARN ends with, and what condition keys start with.
     *
     * @return for example {@code token.actions.githubusercontent.com}
     */
    public String name() {
        return name;
    }

    /**
     * The key that a trust policy tests a claim with.
     *
     * @param claim the claim
     * @return for example {@code token.actions.githubusercontent.com:sub}
     */
    public String conditionKey(GitHubClaim claim) {
        return name + ":" + claim.claimName();
    }

    /**
     * The ARN of this issuer's provider in an account.
     *
     * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}, or a CDK token for it
     * @param account the account's 12 digits, or a CDK token for them
     * @return for example {@code arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com}
     */
    public String providerArn(String partition, String account) {
        return "arn:" + partition + ":iam::" + account + ":oidc-provider/" + name;
    }

    /**
     * Whether repositories of this issuer can present immutable subjects, {@code repo:octo-org@123456/octo-repo@456789:…}.
     *
     * @return false for GitHub Enterprise Server, which never mints them
     */
    public boolean mintsImmutableSubjects() {
        return !name.endsWith(SERVER_PATH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitHubIssuer issuer && issuer.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The URL. */
    @Override
    public String toString() {
        return url();
    }
}
