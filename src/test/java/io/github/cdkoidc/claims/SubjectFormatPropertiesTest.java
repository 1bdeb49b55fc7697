package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SubjectFormatPropertiesTest {

    @Provide
    Arbitrary<GitHubRepository> repositories() {
        Arbitrary<String> owners =
                Arbitraries.strings().withChars("abz09-").ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> names =
                Arbitraries.strings().withChars("abz09._-").ofMinLength(1).ofMaxLength(20);
        Arbitrary<Long> ids = Arbitraries.longs().between(1, Integer.MAX_VALUE);
        return Combinators.combine(owners, names, ids, ids)
                .as((owner, name, ownerId, id) ->
                        GitHubRepository.of("a" + owner, "b" + name).withIds(ownerId, id));
    }

    @Provide
    Arbitrary<SubjectContext> contexts() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("abc:%/@ .*ref")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(name -> !name.isBlank());
        Arbitrary<String> branches =
                Arbitraries.strings().withChars("abc/@%-").ofMinLength(1).ofMaxLength(20);
        return Arbitraries.oneOf(
                names.map(SubjectContext.Environment::new),
                branches.map(name -> new SubjectContext.Ref("refs/heads/" + name)),
                Arbitraries.just(SubjectContext.PULL_REQUEST));
    }

    private static List<SubjectRepository> spellings(GitHubRepository repository) {
        return List.of(
                SubjectRepository.classic(repository),
                SubjectRepository.immutable(repository).orElseThrow());
    }

    private static String sub(SubjectTemplate template, SubjectRepository spelled, SubjectContext context) {
        return String.join("", SubjectFormat.pieces(template, literal -> literal, key -> switch (key) {
            case "repo" -> spelled.text();
            case "context" -> context.text();
            default -> SubjectFormat.escaped("a " + key + ": b");
        }));
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll("repositories") GitHubRepository repository, @ForAll("contexts") SubjectContext context) {
        for (SubjectRepository spelled : spellings(repository)) {
            String sub = sub(SubjectTemplate.DEFAULT, spelled, context);

            assertThat(SubjectFormat.repository(sub)).contains(spelled);
            assertThat(SubjectFormat.parse(sub))
                    .contains(new ParsedSubject("repo:" + spelled.text() + ":", context, ""));
            assertThat(SubjectFormat.parse(sub).map(ParsedSubject::text)).contains(sub);
            assertThat(SubjectFormat.beforeContext(sub)).contains("repo:" + spelled.text() + ":");
            assertThat(SubjectFormat.withoutRepository(sub)).isEqualTo(context.text());
        }
    }

    @Property
    void aCustomisedSubjectIsReadAgain(
            @ForAll("repositories") GitHubRepository repository, @ForAll("contexts") SubjectContext context) {
        SubjectTemplate template = SubjectTemplate.of("actor", "repo", "context", "workflow");
        for (SubjectRepository spelled : spellings(repository)) {
            String sub = sub(template, spelled, context);

            assertThat(SubjectFormat.repository(sub)).contains(spelled);
            assertThat(SubjectFormat.parse(sub))
                    .contains(new ParsedSubject(
                            "actor:a actor%3A b:repo:" + spelled.text() + ":", context, ":workflow:a workflow%3A b"));
            assertThat(SubjectFormat.claims(sub))
                    .hasSize(4)
                    .startsWith(Map.entry("actor", "a actor%3A b"), Map.entry("repo", spelled.text()))
                    .endsWith(Map.entry("workflow", "a workflow%3A b"));
        }
    }

    @Property
    void aSubjectThatIsRespelledTwiceIsTheSame(
            @ForAll("repositories") GitHubRepository repository, @ForAll("contexts") SubjectContext context) {
        GitHubRepository.Ids ids = repository.ids().orElseThrow();
        for (SubjectRepository spelled : spellings(repository)) {
            String sub = sub(SubjectTemplate.DEFAULT, spelled, context);
            String once = respelled(sub, ids);

            assertThat(once).isNotEqualTo(sub);
            assertThat(respelled(once, ids)).isEqualTo(sub);
        }
    }

    private static String respelled(String sub, GitHubRepository.Ids ids) {
        return SubjectFormat.withRepository(
                sub, spelled -> spelled.respelled(Long.toString(ids.owner()), Long.toString(ids.repository())));
    }

    @Property
    void theSubjectsOfARepositoryAreOfItsRuns(
            @ForAll("repositories") GitHubRepository repository, @ForAll("contexts") SubjectContext context) {
        if (context instanceof SubjectContext.Environment environment && !ClaimValue.isPattern(environment.name())) {
            for (ClaimValue value : repository.environment(environment.name()).values()) {
                assertThat(SubjectFormat.parse(value.text()).map(ParsedSubject::context))
                        .contains(context);
            }
        }
    }

    /** GitHub leaves a percent sign as it is, so the second name cannot be told from the first. */
    @Property
    void twoNamesThatAreWrittenAlikeAreTwins(@ForAll("contexts") SubjectContext context) {
        if (context instanceof SubjectContext.Environment environment) {
            String name = environment.name();
            assertThat(SubjectFormat.twin(name).isPresent()).isEqualTo(name.contains(":"));
            assertThat(SubjectFormat.twin(name).stream()).allSatisfy(twin -> {
                assertThat(SubjectFormat.escaped(twin)).isEqualTo(SubjectFormat.escaped(name));
                assertThat(SubjectFormat.twin(twin)).contains(name);
            });
        }
    }
}
