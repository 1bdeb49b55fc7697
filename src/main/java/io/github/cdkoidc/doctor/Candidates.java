package io.github.cdkoidc.doctor;

import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the roles that {@code role-to-assume} can mean. */
final class Candidates {

    private static final Pattern ARN = Pattern.compile("arn:[^:]*:iam::(\\d*):role/(?:.*/)?([^/]+)");

    /** {@code STACK-LOGICALID-RANDOM}. */
    private static final Pattern GENERATED = Pattern.compile(".+-([A-Za-z0-9]+)-[A-Za-z0-9]+");

    private Candidates() {}

    /** The roles of that name; if there is none, those whose name is not known, and of those the ones that CloudFormation would name so. */
    static List<DoctorRole> of(ClaimText wanted, List<DoctorRole> roles) {
        if (wanted instanceof ClaimText.Known known) {
            return named(known.text(), roles);
        }
        return roles.stream().filter(role -> canBe(wanted, role)).toList();
    }

    private static List<DoctorRole> named(String text, List<DoctorRole> roles) {
        Matcher arn = ARN.matcher(text);
        boolean whole = arn.matches();
        String name = whole ? arn.group(2) : text;
        List<DoctorRole> possible = roles.stream()
                .filter(role ->
                        !whole || role.account().map(arn.group(1)::equals).orElse(true))
                .toList();
        List<DoctorRole> same = possible.stream()
                .filter(role -> role.roleName().equals(Optional.of(name)))
                .toList();
        if (!same.isEmpty()) {
            return same;
        }
        List<DoctorRole> unnamed =
                possible.stream().filter(role -> role.roleName().isEmpty()).toList();
        List<DoctorRole> generated =
                unnamed.stream().filter(role -> isMadeOf(role, name)).toList();
        return generated.isEmpty() ? unnamed : generated;
    }

    /** Whether a name has the beginning of the role's logical id where CloudFormation writes it. */
    private static boolean isMadeOf(DoctorRole role, String name) {
        Matcher parts = GENERATED.matcher(name);
        return parts.matches()
                && role.logicalId().filter(id -> id.startsWith(parts.group(1))).isPresent();
    }

    /** A pattern is compared where all of the ARN is known, and otherwise its name if that is written out. */
    private static boolean canBe(ClaimText wanted, DoctorRole role) {
        boolean same = role.arn().filter(wanted::matches).isPresent()
                || role.roleName().filter(wanted::matches).isPresent();
        Optional<String> name = lastName(wanted);
        boolean otherwise = name.isPresent()
                && role.roleName().isPresent()
                && !role.roleName().equals(name);
        return same || (role.arn().isEmpty() && !otherwise);
    }

    /** What stands behind the last slash, if that is written out. */
    private static Optional<String> lastName(ClaimText wanted) {
        TextPart last = wanted.pieces().get(wanted.pieces().size() - 1);
        return last instanceof TextPart.Text text && text.text().indexOf('/') >= 0
                ? Optional.of(text.text().substring(text.text().lastIndexOf('/') + 1))
                : Optional.empty();
    }
}
