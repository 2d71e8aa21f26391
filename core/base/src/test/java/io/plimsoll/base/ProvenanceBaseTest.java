package io.plimsoll.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Statement;
import io.plimsoll.attest.provenance.Provenance;
import io.plimsoll.attest.provenance.ProvenanceReader;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Origin;
import io.plimsoll.model.SourceLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What builders state, made for the case; what BuildKit itself wrote is tested with the images it is of.
final class ProvenanceBaseTest {
    private static final String STARTED = "2026-11-27T10:00:00Z";

    private final List<String> materials = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> layers = new ArrayList<>();
    private String dockerfile = "";
    private String arguments = "";

    /// @param letters one for each layer, oldest first
    private void source(String name, String letters) {
        String step = "step" + steps.size();
        materials.add("{\"uri\":\"pkg:docker/" + name.replace(':', '@') + "\"}");
        steps.add(
                "{\"id\":\"%s\",\"op\":{\"Op\":{\"source\":{\"identifier\":\"docker-image://docker.io/library/%s\"}}}}"
                        .formatted(step, name));
        layers.add("\"" + step + ":0\":[" + chain(letters) + "]");
    }

    private void result(String letters) {
        steps.add("{\"id\":\"last\",\"inputs\":[\"made:0\"]}");
        layers.add("\"made:0\":[" + chain(letters) + "]");
    }

    private static String chain(String letters) {
        List<String> all =
                letters.chars()
                        .mapToObj(c ->
                                "{\"digest\":\"sha256:" + Character.toString(c).repeat(64) + "\"}")
                        .toList();
        return "[" + String.join(",", all) + "]";
    }

    private ProvenanceBase of(BuiltImage image) throws AttestationFormatException {
        String info =
                dockerfile.isEmpty()
                        ? ""
                        : "{\"filename\":\"Dockerfile\",\"language\":\"Dockerfile\",\"data\":\""
                                + Base64.getEncoder()
                                        .encodeToString(dockerfile.getBytes(StandardCharsets.UTF_8))
                                + "\"}";
        String statement =
                """
                {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://slsa.dev/provenance/v1",
                 "predicate": {"buildDefinition": {"buildType": "https://mobyproject.org/buildkit@v1",
                    "resolvedDependencies": [%s], "externalParameters": {"request": {"args": {%s}}},
                    "internalParameters": {"buildConfig": {"llbDefinition": [%s]}}},
                   "runDetails": {"metadata": {"startedOn": "%s",
                     "buildkit_metadata": {"layers": {%s}, "source": {"infos": [%s]}}}}}}
                """
                        .formatted(
                                String.join(",", materials),
                                arguments,
                                String.join(",", steps),
                                STARTED,
                                String.join(",", layers),
                                info);
        Provenance read =
                ProvenanceReader.read(
                        Statement.read(
                                statement.getBytes(StandardCharsets.UTF_8), Limits.standard()));
        return ProvenanceBase.of(read, image);
    }

    private static BuiltImage image(String... history) {
        return new BuiltImage(
                "linux/amd64",
                List.of(history).stream().map(each -> new HistoryEntry(each, false)).toList(),
                history.length,
                Optional.empty());
    }

    private static BuiltImage oldest(String createdBy, String comment, String created) {
        return new BuiltImage(
                "linux/amd64",
                List.of(),
                1,
                Optional.of(
                        new BuiltImage.Oldest(
                                createdBy, comment, Optional.of(Instant.parse(created)))));
    }

    private static List<Origin> origins(ProvenanceBase told) {
        return told.layers().stream().map(LayerOrigin::origin).toList();
    }

    @Test
    void theSourceWithMostOfTheOldestLayersIsTheBase() throws Exception {
        source("debian:12", "ab");
        source("golang:1", "abc");
        source("other:1", "b");
        result("abcd");
        ProvenanceBase told = of(image("", "", "", ""));
        assertThat(told.base()).map(BaseImage::reference).contains("golang:1");
        assertThat(told.base()).map(BaseImage::how).contains("provenance (BuildKit, SLSA v1)");
        assertThat(origins(told))
                .containsExactly(Origin.BASE, Origin.BASE, Origin.BASE, Origin.OWN);
    }

    @Test
    void anotherNumberOfLayersTellsNothing() throws Exception {
        source("debian:12", "a");
        source("golang:1", "b");
        result("ac");
        ProvenanceBase told = of(image("", "", ""));
        assertThat(told.base()).isEmpty();
        assertThat(told.candidates()).hasSize(2);
        assertThat(origins(told)).containsOnly(Origin.UNKNOWN).hasSize(3);
    }

    @Test
    void ofTwoNamesOfOneImageTheDockerfileTells() throws Exception {
        source("debian:12", "a");
        source("debian:bookworm", "a");
        result("ab");
        BuiltImage image = image("ADD x in /", "COPY y /y # buildkit");
        assertThat(of(image).base()).isEmpty();
        dockerfile = "FROM debian:12 AS tools\nFROM debian:bookworm\nCOPY y /y\n";
        ProvenanceBase told = of(image);
        assertThat(told.base()).map(BaseImage::reference).contains("debian:bookworm");
        assertThat(told.base().flatMap(BaseImage::source))
                .contains(new SourceLine("Dockerfile", 2, "FROM debian:bookworm"));
        assertThat(told.layers().getLast().source())
                .contains(new SourceLine("Dockerfile", 3, "COPY y /y"));
    }

    @Test
    void theDockerfileTellsWhereTheLayersDoNot() throws Exception {
        materials.add("{\"uri\":\"pkg:docker/a@1\"}");
        materials.add("{\"uri\":\"pkg:docker/b@2\"}");
        dockerfile = "ARG V\nFROM a:1 AS x\nFROM b:$V\nRUN make\n";
        BuiltImage image = image("ADD x in /", "RUN /bin/sh -c make # buildkit");
        assertThat(of(image).base()).as("V has no value").isEmpty();
        arguments = "\"build-arg:V\":\"2\"";
        assertThat(of(image).base()).map(BaseImage::reference).contains("b:2");
        assertThat(origins(of(image))).containsExactly(Origin.BASE, Origin.OWN);
        arguments = "\"build-arg:V\":\"3\"";
        assertThat(of(image).base()).as("no image of the build").isEmpty();
        arguments = "\"build-arg:V\":\"2\",\"context:b:2\":\"docker-image://c\"";
        assertThat(of(image).base()).as("the name means something else").isEmpty();
        arguments = "\"target\":\"none\"";
        assertThat(of(image).base()).as("no such stage").isEmpty();
    }

    @Test
    void nothingIsABaseToo() throws Exception {
        materials.add("{\"uri\":\"pkg:docker/a@1\"}");
        dockerfile = "FROM a:1 AS x\nFROM scratch\nCOPY --from=x /a /\n";
        ProvenanceBase told = of(image("COPY /a / # buildkit"));
        assertThat(told.base()).isEmpty();
        assertThat(told.candidates()).isEmpty();
        assertThat(origins(told)).containsExactly(Origin.OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# debian.sh --arch 'amd64'|debuerreotype 0.15|2026-01-01T00:00:00Z",
                "ADD rootfs.tar.gz / # buildkit|buildkit.dockerfile.v0|2026-01-01T00:00:00Z",
                "/bin/sh -c #(nop) ADD file:1 in / ||2026-01-01T00:00:00Z"
            })
    void theOnlyImageIsTheBaseOfAnOlderLayer(String layer) throws Exception {
        materials.add("{\"uri\":\"pkg:docker/a@1\"}");
        String[] parts = layer.split("\\|", -1);
        assertThat(of(oldest(parts[0], parts[1], parts[2])).base())
                .map(BaseImage::reference)
                .contains("a:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY /out/app /app # buildkit|buildkit.dockerfile.v0|2026-01-01T00:00:00Z",
                "ADD rootfs.tar.gz / # buildkit|buildkit.dockerfile.v0|2026-11-27T10:00:01Z"
            })
    void aLayerThatTheBuildMayHaveMadeTellsNothing(String layer) throws Exception {
        materials.add("{\"uri\":\"pkg:docker/a@1\"}");
        String[] parts = layer.split("\\|", -1);
        ProvenanceBase told = of(oldest(parts[0], parts[1], parts[2]));
        assertThat(told.base()).isEmpty();
        assertThat(told.candidates()).map(BaseImage::reference).containsExactly("a:1");
    }

    @Test
    void aBuildOfNoImageHasNoBaseAndNoCandidate() throws Exception {
        ProvenanceBase told = of(image("COPY a /"));
        assertThat(told.base()).isEmpty();
        assertThat(told.candidates()).isEmpty();
    }
}
