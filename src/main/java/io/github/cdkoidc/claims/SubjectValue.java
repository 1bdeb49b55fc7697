package io.github.cdkoidc.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a policy compares {@code sub} with. It may hold {@code *} and {@code ?}, and what GitHub never writes.
 *
 * @param text the value
 */
public record SubjectValue(String text) {

    /** A repository's owner up to where no other owner's name can go on. */
    private static final Pattern OWNER_FIRST = Pattern.compile(SubjectFormat.REPOSITORY + "[A-Za-z0-9_-]+[/@]");

    /** Keys that hold {@code OWNER/NAME…}, by which a policy may be written by hand. */
    private static final Pattern FIRST_VALUE =
            Pattern.compile("(?:repo|repository|workflow_ref|job_workflow_ref):[^:/*?]+/|[^:*?]+:[^:*?]+:");

    /** A key that names a tenant, and its value up to where no other tenant's can go on. */
    private static final Pattern TENANT = Pattern.compile("(?:^|:)(?:" + valuesOfTenants() + ")");

    /** A key of a template other than those of a default {@code sub}. */
    private static final Pattern OF_TEMPLATE = Pattern.compile("(?:^|:)(?!(?:repo|environment|ref):)[a-z_]+:");

    private static final Pattern BARE_REF = Pattern.compile("(?<=:)(?<!" + SubjectFormat.REF + ")refs/");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("((?:^|.*?:)" + SubjectFormat.ENVIRONMENT + ")(.*)", Pattern.DOTALL);

    private static String valuesOfTenants() {
        List<String> values = new ArrayList<>();
        for (TenantKey key : TenantKey.values()) {
            boolean slash = SubjectTemplate.isRepository(key.key());
            values.add(key.lead() + (slash ? "[^:/*?]+/" : "[^:*?]+(?::|$)"));
        }
        return String.join("|", values);
    }

    /** Whether it starts with {@code repo:} and the whole name of an owner. */
    public boolean startsWithOwner() {
        return OWNER_FIRST.matcher(text).lookingAt();
    }

    /** Whether no wildcard stands in its first value, up to where that names an owner. */
    boolean isFirstValueFixed() {
        return FIRST_VALUE.matcher(text).lookingAt();
    }

    /** Whether it names a repository, an owner or an enterprise, so that not every repository on GitHub can present it. */
    public boolean namesTenant() {
        return TENANT.matcher(text).find();
    }

    /** Whether it holds a key that GitHub writes only by a customised template. */
    public boolean isOfTemplate() {
        return OF_TEMPLATE.matcher(text).find();
    }

    /** The numbers that it holds beside a repository's names. */
    public Optional<SubjectRepository> numbersOf(SubjectRepository repository) {
        Matcher numbers = Pattern.compile("(?i)" + Pattern.quote(repository.owner() + SubjectFormat.ID) + "(\\d+)"
                        + Pattern.quote(SubjectFormat.SLASH + repository.name() + SubjectFormat.ID) + "(\\d+)")
                .matcher(text);
        return numbers.find()
                ? Optional.of(repository.immutable(numbers.group(1), numbers.group(2)))
                : Optional.empty();
    }

    /** The value with the {@code ref:} that is missing before the full name of a ref. */
    public String withRef() {
        return BARE_REF.matcher(text).replaceFirst(SubjectFormat.REF + "refs/");
    }

    /** The value with the colons of the environment's name as GitHub writes them, if nothing follows the name. */
    public String withColonsEscaped() {
        Matcher parts = ENVIRONMENT.matcher(text);
        return parts.matches() ? parts.group(1) + SubjectFormat.escaped(parts.group(2)) : text;
    }
}
