package io.plimsoll.attest.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Statement;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.AttestedImages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Provenance as BuildKit wrote it, and forms that others write.
final class ProvenanceReaderTest {
    private static final String SHA = "a".repeat(64);

    private static Provenance ofImage(String name) throws AttestationFormatException {
        return ProvenanceReader.read(
                Statement.read(AttestedImages.statement(name), Limits.standard()));
    }

    private static Provenance of(String type, String predicate) throws AttestationFormatException {
        String statement =
                """
                {"_type": "https://in-toto.io/Statement/v1", "predicateType": "%s",
                 "subject": [{"digest": {"sha256": "%s"}}], "predicate": %s}
                """
                        .formatted(type, SHA, predicate);
        return ProvenanceReader.read(
                Statement.read(statement.getBytes(StandardCharsets.UTF_8), Limits.standard()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "max-v02"})
    void bothVersionsSayTheSame(String image) throws Exception {
        Provenance read = ofImage(image);
        assertThat(read.builder()).isEqualTo("https://ci.example.org/builders/1");
        assertThat(read.source()).isEqualTo("https://git.example.org/team/app.git");
        assertThat(read.commit()).isEqualTo("3f0f5b1a2c6d4e8f9a0b1c2d3e4f5a6b7c8d9e0f");
        assertThat(read.complete()).as("the context came from a folder").isFalse();
        assertThat(read.started()).isPresent();
        assertThat(read.materials())
                .extracting(Material::reference)
                .containsExactly("debian:bookworm", "golang:1.26");
        assertThat(read.materials()).allMatch(each -> each.digest().isPresent());
        assertThat(read.request().arguments()).isEqualTo(Map.of("DEBIAN", "bookworm"));
        assertThat(read.request().target()).contains("app");
        assertThat(read.dockerfile().map(BuildFile::name)).contains("app.Dockerfile");
        assertThat(new String(read.dockerfile().orElseThrow().content(), StandardCharsets.UTF_8))
                .startsWith("ARG DEBIAN=bullseye\nFROM golang:1.26 AS build\n");
        assertThat(read.chains().orElseThrow().result()).hasSize(4);
        assertThat(read.chains().orElseThrow().bases())
                .extracting(each -> each.image().reference())
                .containsExactly("debian:bookworm");
    }

    @Test
    void theVersionIsNamed() throws Exception {
        assertThat(ofImage("max").by()).isEqualTo("BuildKit, SLSA v1");
        assertThat(ofImage("max-v02").by()).isEqualTo("BuildKit, SLSA v0.2");
    }

    @Test
    void theShortFormHasNoDockerfile() throws Exception {
        Provenance read = ofImage("min-two");
        assertThat(read.dockerfile()).isEmpty();
        assertThat(read.chains()).isEmpty();
        assertThat(read.materials()).hasSize(2);
        assertThat(read.request().target()).contains("app");
        assertThat(read.builder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-syntax", "max-syntax"})
    void theImageThatReadsTheDockerfileIsNoMaterial(String image) throws Exception {
        assertThat(ofImage(image).materials())
                .extracting(Material::reference)
                .containsExactly("debian:bookworm");
    }

    @Test
    void anImageBuiltOnNothingHasNoBaseAmongItsLayers() throws Exception {
        assertThat(ofImage("max-scratch").chains().orElseThrow().bases()).isEmpty();
    }

    @Test
    void namesComeOutOfPackageUrls() throws Exception {
        Provenance read =
                of(
                        ProvenanceReader.V1,
                        """
                        {"buildDefinition": {"resolvedDependencies": [
                          {"uri": "pkg:docker/registry.example.org%3A5000/team/base@1?platform=linux%2Famd64"},
                          {"uri": "pkg:docker/bitnami/redis?digest=sha256:SHA"},
                          {"uri": "pkg:docker/alpine@3.20?digest=sha256:SHA"},
                          {"uri": "pkg:oci/local@sha256:SHA"},
                          {"uri": "pkg:docker/odd"},
                          {"uri": "pkg:docker/blob@1?ref_type=blob"},
                          {"uri": "https://example.org/file.tar"},
                          {"uri": "pkg:docker/%ZZ@1"},
                          {"uri": "pkg:npm/a@1"}]}}
                        """
                                .replace("SHA", SHA));
        Optional<Digest> digest = Optional.of(new Digest("sha256", SHA));
        assertThat(read.materials())
                .containsExactly(
                        new Material("registry.example.org:5000/team/base:1", Optional.empty()),
                        new Material("bitnami/redis@sha256:" + SHA, digest),
                        new Material("alpine:3.20", digest),
                        new Material("local@sha256:" + SHA, digest),
                        new Material("odd:latest", Optional.empty()));
    }

    @Test
    void theSourceMayStandInThreePlaces() throws Exception {
        Provenance fetched =
                of(
                        ProvenanceReader.V02,
                        """
                        {"invocation": {"configSource": {
                           "uri": "https://user:secret@git.example.org/a.git#refs/heads/main",
                           "digest": {"sha1": "c0ffee"}}}}
                        """);
        assertThat(fetched.source()).isEqualTo("https://git.example.org/a.git");
        assertThat(fetched.commit()).isEqualTo("c0ffee");
        Provenance material =
                of(
                        ProvenanceReader.V1,
                        """
                        {"buildDefinition": {"resolvedDependencies": [
                          {"uri": "pkg:docker/a@1"},
                          {"uri": "git+https://git.example.org/b@refs/heads/main",
                           "digest": {"gitCommit": "beef"}}]}}
                        """);
        assertThat(material.source()).isEqualTo("git+https://git.example.org/b@refs/heads/main");
        assertThat(material.commit()).isEqualTo("beef");
        assertThat(material.by()).isEqualTo("SLSA v1");
    }

    @Test
    void whatIsOfAnotherShapeIsLeftOut() throws Exception {
        Provenance read =
                of(
                        ProvenanceReader.V1,
                        """
                        {"buildDefinition": {"buildType": "https://mobyproject.org/buildkit@v1",
                           "internalParameters": {"buildConfig": {"llbDefinition": [
                             {"id": 1, "op": []}, {"id": "last", "inputs": ["a:0", "b:0"]}]}},
                           "resolvedDependencies": {"uri": "pkg:docker/a@1"}},
                         "runDetails": {"metadata": {"startedOn": "yesterday", "buildkit_metadata": {
                           "layers": {"a:0": [{"digest": "no"}]}, "source": {"infos": "none"}}}}}
                        """);
        assertThat(read.materials()).isEmpty();
        assertThat(read.started()).isEmpty();
        assertThat(read.dockerfile()).isEmpty();
        assertThat(read.chains()).isEmpty();
    }

    @Test
    void otherStatementsAreRefused() {
        assertThatThrownBy(() -> of("https://spdx.dev/Document", "{}"))
                .isInstanceOf(AttestationFormatException.class)
                .hasMessageContaining("is a statement of type \"https://spdx.dev/Document\"");
        assertThatThrownBy(() ->
                        Statement.read(
                                "{\"_type\": \"x\"}".getBytes(StandardCharsets.UTF_8),
                                Limits.standard()))
                .hasMessageContaining("is no in-toto statement: its \"_type\" is \"x\"");
        assertThatThrownBy(() -> Statement.read(new byte[] {'{'}, Limits.standard()))
                .hasMessageContaining("is no JSON that can be read");
    }

    @Test
    void aDockerfileThatIsNoBase64IsSaid() {
        assertThatThrownBy(() ->
                        of(
                                ProvenanceReader.V02,
                                """
                                {"buildType": "https://mobyproject.org/buildkit@v1", "metadata": {
                                 "https://mobyproject.org/buildkit@v1#metadata": {"source": {"infos": [
                                   {"language": "Dockerfile", "data": "*"}]}}}}
                                """))
                .hasMessageContaining("has a \"data\" that is no Base64");
    }
}
