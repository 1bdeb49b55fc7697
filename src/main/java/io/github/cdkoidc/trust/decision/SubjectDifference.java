package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.ParsedSubject;
import io.github.cdkoidc.claims.SubjectContext;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import java.util.List;
import java.util.Optional;

/** A cause that lies in what the run is of: the policy trusts something else, and writes it as GitHub does. */
enum SubjectDifference implements Cause {
    CUSTOMISED {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            if (SubjectFormat.customKeys(sub).isEmpty()) {
                return Optional.empty();
            }
            Optional<String> nearest = Optional.of(counterfactual.nearest(sub)).filter(value -> !value.isEmpty());
            Optional<SubjectContext> context = context(sub);
            return nearest.filter(value -> isOfRun(counterfactual, value))
                    .flatMap(SubjectFormat::parse)
                    .filter(wanted -> context.isEmpty()
                            || wanted.context().equals(context.get())
                            || wanted.context().text().contains("*"))
                    .map(wanted -> counterfactual.presenting(counterfactual.nearest(sub)));
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return customised(counterfactual);
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "trust \"" + counterfactual.presented()
                    + "\", or set use_default to true in the repository's OIDC customization";
        }
    },
    CUSTOMISED_SUBJECT_WANTED {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            if (!SubjectFormat.customKeys(sub).isEmpty()) {
                return Optional.empty();
            }
            return counterfactual.wanting(
                    value -> customKeys(value).isEmpty() || !isOfRun(counterfactual, value) ? value : sub);
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return "the policy trusts a customised sub (include_claim_keys: "
                    + String.join(", ", customKeys(counterfactual.nearest(sub(counterfactual))))
                    + "), and the repository presents GitHub's default";
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "trust \"" + counterfactual.presented()
                    + "\", or set include_claim_keys and use_default: false in the repository's OIDC customization";
        }
    },
    RENAMED {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            return SubjectFormat.repository(sub)
                    .flatMap(own -> counterfactual.wanting(value -> SubjectFormat.withRepository(
                            value, other -> isRenamed(counterfactual, own, other) ? own : other)));
        }

        @Override
        public String what(Counterfactual counterfactual) {
            SubjectRepository own = own(counterfactual);
            SubjectRepository other = other(counterfactual);
            return "the repository was "
                    + (own.owner().equals(other.owner()) ? "renamed" : "transferred, or its owner renamed")
                    + ": it has the same number as " + other.text() + " of the policy, and is now " + own.text();
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "write \"" + mended(counterfactual)
                    + "\": the numbers outlive a new name, and the value holds the names too";
        }

        @Override
        public boolean isMistake() {
            return true;
        }
    },
    BORN_AGAIN {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            return SubjectFormat.repository(sub)
                    .flatMap(own -> counterfactual.wanting(value -> SubjectFormat.withRepository(
                            value, other -> isBornAgain(counterfactual, own, other) ? own : other)));
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return "the name is the same and the number is another: the policy trusts a former repository of this name, "
                    + other(counterfactual).text() + ", and the run is of "
                    + own(counterfactual).text();
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "trust \"" + counterfactual.presented() + "\" if the new repository is meant";
        }
    },
    REPOSITORY {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            return SubjectFormat.repository(sub)
                    .flatMap(own -> counterfactual.wanting(value -> SubjectFormat.withRepository(value, other -> own)));
        }

        @Override
        public String what(Counterfactual counterfactual) {
            SubjectRepository own = own(counterfactual);
            SubjectRepository other = other(counterfactual);
            return "the policy trusts another repository"
                    + (own.owner().equals(other.owner()) ? "" : ", of another owner") + ": " + other.text()
                    + ", and the run is of " + own.text();
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "trust \"" + counterfactual.presented() + "\" too, or use the role of this repository";
        }
    },
    CONTEXT {
        @Override
        Optional<Counterfactual> changed(Counterfactual counterfactual, String sub) {
            return SubjectFormat.parse(sub)
                    .flatMap(own -> counterfactual.wanting(value -> SubjectFormat.parse(value)
                            .map(wanted -> wanted.with(own.context()).text())
                            .orElse(value)));
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return ContextDifference.what(ownContext(counterfactual), wantedContext(counterfactual));
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return ContextDifference.remedy(
                    sub(counterfactual), ownContext(counterfactual), wantedContext(counterfactual));
        }
    };

    abstract Optional<Counterfactual> changed(Counterfactual counterfactual, String sub);

    @Override
    public Optional<Counterfactual> without(Counterfactual counterfactual) {
        String sub = counterfactual.presented();
        return sub != null && counterfactual.key().claim().equals("sub")
                ? changed(counterfactual, sub)
                : Optional.empty();
    }

    @Override
    public List<PolicyEdit> edits(Counterfactual counterfactual) {
        if (!isMistake()) {
            return counterfactual.including();
        }
        return without(counterfactual)
                .map(changed -> counterfactual.replacing(changed.condition().values()))
                .orElse(List.of());
    }

    private static String sub(Counterfactual counterfactual) {
        return String.valueOf(counterfactual.presented());
    }

    /** The keys of a customised sub in words. */
    static String customised(Counterfactual counterfactual) {
        return "the repository's sub is customised (include_claim_keys: "
                + String.join(", ", SubjectFormat.customKeys(sub(counterfactual)))
                + "), and the policy trusts GitHub's default or another template";
    }

    private static List<String> customKeys(String value) {
        boolean looksLike = SubjectFormat.parse(value).isPresent()
                || SubjectFormat.repository(value).isPresent();
        List<String> keys = looksLike ? SubjectFormat.customKeys(value) : List.of();
        return keys.stream().allMatch(key -> key.matches("[a-z_]+")) ? keys : List.of();
    }

    private static Optional<SubjectContext> context(String sub) {
        return SubjectFormat.parse(sub).map(ParsedSubject::context);
    }

    /** Whether a value names the run's repository, or none. */
    private static boolean isOfRun(Counterfactual counterfactual, String value) {
        String name = counterfactual.run().claim("repository");
        Optional<SubjectRepository> own =
                SubjectFormat.repository(sub(counterfactual)).or(() -> SubjectRepository.of(String.valueOf(name)));
        return SubjectFormat.repository(value)
                .map(SubjectRepository::classic)
                .map(wanted -> own.map(SubjectRepository::classic)
                        .filter(wanted::equals)
                        .isPresent())
                .orElse(true);
    }

    private static boolean isRenamed(Counterfactual counterfactual, SubjectRepository own, SubjectRepository other) {
        if (own.classic().equals(other.classic())) {
            return false;
        }
        return (own.isImmutable() && own.repositoryId().equals(other.repositoryId()))
                || (!other.isImmutable() && Moves.isSameRepository(counterfactual));
    }

    private static boolean isBornAgain(Counterfactual counterfactual, SubjectRepository own, SubjectRepository other) {
        String number =
                own.isImmutable() ? own.repositoryId() : counterfactual.run().claim("repository_id");
        return other.isImmutable()
                && number != null
                && other.classic().equals(own.classic())
                && !(other.repositoryId().equals(number)
                        && own.isImmutable()
                        && other.ownerId().equals(own.ownerId()));
    }

    private static SubjectRepository own(Counterfactual counterfactual) {
        return SubjectFormat.repository(sub(counterfactual)).orElseThrow();
    }

    SubjectRepository other(Counterfactual counterfactual) {
        return SubjectFormat.repository(changedValue(counterfactual)).orElseGet(() -> own(counterfactual));
    }

    private static SubjectContext ownContext(Counterfactual counterfactual) {
        return SubjectFormat.parse(sub(counterfactual)).orElseThrow().context();
    }

    private static SubjectContext wantedContext(Counterfactual counterfactual) {
        return SubjectFormat.parse(CONTEXT.changedValue(counterfactual))
                .map(ParsedSubject::context)
                .orElseGet(() -> ownContext(counterfactual));
    }

    /** The value that would match without the difference; where several would, the one that is most like the run's. */
    String changedValue(Counterfactual counterfactual) {
        String sub = sub(counterfactual);
        List<String> before = counterfactual.texts();
        List<String> after = without(counterfactual).map(Counterfactual::texts).orElse(before);
        String best = "";
        int most = -1;
        for (int i = 0; i < before.size(); i++) {
            int likeness = after.get(i).equals(before.get(i))
                    ? -1
                    : Likeness.of(after.get(i), sub) * 2 + Likeness.of(before.get(i), sub);
            if (likeness > most) {
                most = likeness;
                best = before.get(i);
            }
        }
        return best;
    }

    String mended(Counterfactual counterfactual) {
        String before = changedValue(counterfactual);
        return without(counterfactual)
                .map(changed -> changed.texts().get(counterfactual.texts().indexOf(before)))
                .orElse(sub(counterfactual));
    }
}
