package io.github.cdkoidc.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of {@code sub}: {@code key:value} joined by colons, where {@code repo} writes the {@linkplain SubjectRepository
 * repository} and {@code context} writes the {@linkplain SubjectContext context} without a key of its own. Every other class takes the
 * literals from here.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject claims</a>
 */
public final class SubjectFormat {

    /** What stands between keys and values. */
    public static final String SEPARATOR = ":";
    /** What GitHub writes for a colon in a value: {@value}. A {@code %} stays as it is. */
    public static final String COLON = "%3A";
    /** What stands before the repository: {@value}. */
    public static final String REPOSITORY = "repo:";
    /** What stands between the owner and the name of the repository. */
    public static final String SLASH = "/";
    /** What stands before the number of the owner and of the repository. */
    public static final String ID = "@";
    /** What stands before the environment: {@value}. */
    public static final String ENVIRONMENT = "environment:";
    /** What stands before the full name of the ref: {@value}. */
    public static final String REF = "ref:";
    /** The whole context of a pull request: {@value}. */
    public static final String PULL_REQUEST = "pull_request";

    private static final Pattern REPOSITORIES = Pattern.compile("(^|:)" + REPOSITORY + "([^:]+)");
    private static final Pattern CONTEXTS = Pattern.compile(
            "((?:.*?:)??)(" + ENVIRONMENT + "[^:]*|" + PULL_REQUEST + "|" + REF + "[^:]*)((?::.*)?)", Pattern.DOTALL);

    private SubjectFormat() {}

    /** What tells a token from others: {@code sub repo:octo-org/octo-repo:ref:refs/heads/main}. */
    public static String shown(GitHubClaims claims) {
        return "sub " + claims.get("sub").orElse("is missing");
    }

    /** A value as GitHub writes it between colons; CDK tokens stay as they are. */
    public static String escaped(String value) {
        return CdkToken.around(value, text -> text.replace(SEPARATOR, COLON));
    }

    /** A name that GitHub writes as this value. The names {@code a:b} and {@code a%3Ab} are written alike; this is the first. */
    public static String unescaped(String value) {
        return value.replace(COLON, SEPARATOR);
    }

    /** Another name that GitHub writes alike; nothing if there is none. */
    public static Optional<String> twin(String name) {
        return Optional.of(name.contains(SEPARATOR) ? escaped(name) : unescaped(name))
                .filter(twin -> !twin.equals(name));
    }

    /**
     * The pieces of a {@code sub}, in order.
     *
     * @param template its keys
     * @param literal a piece that is the same in every token
     * @param value the piece for a key: the spelled repository for {@code repo} and {@code repository}, the context for {@code
     *     context}, otherwise the escaped value
     */
    public static <T> List<T> pieces(SubjectTemplate template, Function<String, T> literal, Function<String, T> value) {
        List<T> pieces = new ArrayList<>();
        for (String key : template.keys()) {
            pieces.add(literal.apply(pieces.isEmpty() ? lead(key) : SEPARATOR + lead(key)));
            pieces.add(value.apply(key));
        }
        return pieces;
    }

    /** What stands before the value of a key. */
    static String lead(String key) {
        return SubjectTemplate.isRepository(key)
                ? REPOSITORY
                : key.equals(SubjectTemplate.CONTEXT) ? "" : key + SEPARATOR;
    }

    /** The keys and values of a customised {@code sub}, in order. {@code pull_request} has no value. */
    public static List<Map.Entry<String, String>> claims(String sub) {
        List<Map.Entry<String, String>> claims = new ArrayList<>();
        String[] parts = sub.split(SEPARATOR, -1);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals(PULL_REQUEST)) {
                claims.add(Map.entry(parts[i], ""));
            } else if (i + 1 < parts.length) {
                claims.add(Map.entry(parts[i], parts[++i]));
            }
        }
        return claims;
    }

    /** Whether a template can hold a key of this name. */
    public static boolean isKey(String name) {
        return name.equals(SubjectTemplate.CONTEXT)
                || name.equals("repo")
                || GitHubClaim.isInToken(name)
                || Stream.of(TenantKey.values()).anyMatch(key -> key.key().equals(name));
    }

    /** The names of the keys of a {@code sub} that is not GitHub's default, in order; none for the default. */
    public static List<String> customKeys(String sub) {
        Optional<ParsedSubject> rest = beforeContext(sub)
                .map(before -> sub.substring(before.length()))
                .flatMap(SubjectFormat::parse)
                .filter(parsed -> parsed.before().isEmpty() && parsed.after().isEmpty());
        if (rest.isPresent()) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        claims(sub).forEach(claim -> keys.add(claim.getKey()));
        return keys;
    }

    /** The same {@code sub} with another value of a key; the same again if it does not hold the key. */
    public static String withValue(String sub, String key, String value) {
        return sub.replaceFirst(
                "(?<=^|:)" + Pattern.quote(key + SEPARATOR) + "[^:]*",
                Matcher.quoteReplacement(key + SEPARATOR + escaped(value)));
    }

    /** A {@code sub} by GitHub's default, in the first spelling of a repository that is trusted. */
    static String byDefault(GitHubRepository repository, SubjectContext context) {
        return REPOSITORY + repository.spellings().get(0) + SEPARATOR + context.text();
    }

    /**
     * A text with a name in it that can stand between two parts of a {@code sub}: the repository, the owner, the context or a name, as
     * what stands before it wants.
     */
    public static String part(String name, String before, String after) {
        String repository = name + SLASH + name;
        if (before.isEmpty()) {
            return REPOSITORY + (after.startsWith(SLASH) ? name : repository);
        }
        if (before.equals(REPOSITORY)) {
            return after.startsWith(SLASH) || after.startsWith(ID) || after.startsWith("*") ? name : repository;
        }
        Optional<String> context = beforeContext(before).map(start -> before.substring(start.length()));
        if (context.isEmpty()) {
            return name;
        }
        return switch (context.get()) {
            case "" -> after.startsWith(SEPARATOR) ? "environment" : REF + "refs/heads/" + name;
            case REF -> "refs/heads/" + name;
            case REF + "refs/" -> "heads/" + name;
            default -> name;
        };
    }

    /** What a {@code sub} by GitHub's default has before the context: {@code repo:octo-org/octo-repo:}. */
    public static Optional<String> beforeContext(String sub) {
        Matcher repository = REPOSITORIES.matcher(sub);
        return sub.startsWith(REPOSITORY) && repository.lookingAt() && sub.startsWith(SEPARATOR, repository.end())
                ? Optional.of(repository.group() + SEPARATOR)
                : Optional.empty();
    }

    /** What a {@code sub} says beside its repository. */
    public static String withoutRepository(String sub) {
        return sub.replaceFirst(REPOSITORIES.pattern() + SEPARATOR, "$1");
    }

    /** The repository that a {@code sub} names. */
    public static Optional<SubjectRepository> repository(String sub) {
        Matcher repository = REPOSITORIES.matcher(sub);
        return repository.find() ? SubjectRepository.of(repository.group(2)) : Optional.empty();
    }

    /** The same {@code sub} of another repository; the same again if it names none. */
    public static String withRepository(String sub, UnaryOperator<SubjectRepository> change) {
        Optional<SubjectRepository> known = repository(sub);
        return known.isEmpty()
                ? sub
                : REPOSITORIES
                        .matcher(sub)
                        .replaceFirst("$1"
                                + Matcher.quoteReplacement(
                                        REPOSITORY + change.apply(known.get()).text()));
    }

    /** A {@code sub}, be it a run's or a policy's, by its parts; nothing if it holds no context. */
    public static Optional<ParsedSubject> parse(@Nullable String sub) {
        Matcher parts = CONTEXTS.matcher(sub == null ? "" : sub);
        return parts.matches()
                ? Optional.of(new ParsedSubject(parts.group(1), SubjectContext.of(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }
}
