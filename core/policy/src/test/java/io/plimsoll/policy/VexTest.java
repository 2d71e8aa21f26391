package io.plimsoll.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.subject.PolicyFormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The image is `ghcr.io/org/app:1.0`; libssl3 in it has the vulnerability that statements are about.
final class VexTest {
    private static final String DIGEST = Images.MANIFEST;

    @TempDir Path folder;

    /// Four spellings of the image, three formats, four statuses.
    static List<Arguments> spellings() {
        List<Arguments> cases = new ArrayList<>();
        for (String product :
                List.of(
                        "pkg:oci/app@" + DIGEST + "?repository_url=ghcr.io/org/app",
                        "pkg:docker/org/app@1.0?repository_url=ghcr.io",
                        "ghcr.io/org/app:1.0",
                        "ghcr.io/org/app@" + Images.INDEX)) {
            for (String format : List.of("OpenVEX", "CSAF", "CycloneDX")) {
                for (String status :
                        List.of("not_affected", "fixed", "affected", "under_investigation")) {
                    cases.add(Arguments.of(product, format, status));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aStatementAboutTheImageApplies(String product, String format, String status) {
        Files files = vex(new VexDocuments(product, "", status).in(format));
        boolean suppresses = status.equals("not_affected") || status.equals("fixed");
        assertThat(files.leftOut()).isEqualTo(suppresses ? List.of("libssl3") : List.of());
        String words =
                status.equals("not_affected")
                        ? "not_affected (vulnerable_code_not_present)"
                        : status;
        assertThat(files.explained(Images.SSL))
                .containsExactly(
                        "vex.json: "
                                + words
                                + " applies: its product "
                                + product
                                + " is this image");
        assertThat(files.problems()).isEmpty();
        if (suppresses) {
            Suppressed one = files.applied().assessment().suppressed().getFirst();
            assertThat(one.by()).isEqualTo("vex.json (" + format + ")");
            assertThat(one.reason())
                    .isEqualTo(status.equals("fixed") ? "fixed" : "vulnerable_code_not_present");
        }
    }

    /// Products, components, and what is said; `+` where the statement applies.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Digests of the index and of the configuration, the tag as a qualifier.
                "pkg:oci/app@#INDEX | '' | + its product # is this image",
                "pkg:oci/app@#CONFIG | '' | + its product # is this image",
                "pkg:oci/app?repository_url=ghcr.io/org/app&tag=1.0 | '' | + its product # is this"
                        + " image",
                "pkg:oci/app?repository_url=https://ghcr.io/org | '' | + its product # is this image",
                "pkg:oci/app?tag=1.0 | '' | + its product # is this image",
                "ghcr.io/org/app | '' | + its product # is this image",
                "#MANIFEST | '' | + its product # is this image",
                // Others.
                "pkg:oci/app@#OTHER?tag=1.0 | '' | its product # is another image",
                "pkg:oci/app?repository_url=ghcr.io/org/app&tag=2.0 | '' | its product # is another"
                        + " image",
                "pkg:oci/app?repository_url=docker.io/org/app&tag=1.0 | '' | its product # is"
                        + " another image",
                "pkg:oci/app@#MANIFEST?arch=arm64 | '' | its product # is another image",
                "pkg:docker/org/app@1.0 | '' | its product # is another image",
                "ghcr.io/org/app:1.1 | '' | its product # is another image",
                "app:1.0 | '' | its product # is another image",
                "ghcr.io/org/app:1.0@#OTHER | '' | its product # is another image",
                // Components of the image.
                "ghcr.io/org/app:1.0 | pkg:deb/debian/libssl3 | + its product # is this image, its"
                        + " component @ is this package",
                "ghcr.io/org/app:1.0 | pkg:deb/debian/libssl3@3.0.11-1~deb12u2 | + its product # is"
                        + " this image, its component @ is this package",
                "ghcr.io/org/app:1.0 | pkg:deb/debian/libssl3@3.0.11-1~deb12u3 | its product # is"
                        + " this image, but its component @ is another package",
                "ghcr.io/org/app:1.0 | pkg:deb/debian/curl | its product # is this image, but its"
                        + " component @ is another package",
                "ghcr.io/org/other:1.0 | pkg:deb/debian/libssl3 | its product # is another image",
                // Packages.
                "pkg:deb/debian/libssl3 | '' | + its product # is this package",
                "pkg:deb/debian/libssl3?arch=amd64 | '' | + its product # is this package",
                "pkg:deb/debian/libssl3?distro=debian-12 | '' | + its product # is this package",
                "pkg:deb/debian/openssl?arch=source | '' | + its product # is this package",
                "pkg:deb/debian/libssl3?arch=arm64 | '' | its product # is another package",
                "pkg:deb/ubuntu/libssl3 | '' | its product # is another package",
                "pkg:deb/debian/libssl3@1 | '' | its product # is another version",
                "pkg:deb/debian/curl | pkg:deb/debian/libssl3 | + its product # holds this package,"
                        + " its component @ is this package",
                "pkg:npm/lodash | pkg:deb/debian/libssl3 | its product # is another package",
                // What is neither.
                "https://example.com/app | '' | its product # is neither the name of an image nor the"
                        + " purl of a package",
                "cpe:2.3:a:o:app:1:*:*:*:*:*:*:* | '' | its product # is neither the name of an"
                        + " image nor the purl of a package",
            })
    void aProductIsThisOneOrAnother(String spelled, String component, String expected) {
        String product =
                spelled.replace("#INDEX", Images.INDEX)
                        .replace("#CONFIG", Images.CONFIG)
                        .replace("#MANIFEST", Images.MANIFEST)
                        .replace("#OTHER", Images.OTHER);
        Files files = vex(new VexDocuments(product, component, "fixed").in("OpenVEX"));
        boolean applies = expected.startsWith("+");
        String why =
                expected.replace("+ ", "").replace("#", product).replace("@ is", component + " is");
        assertThat(files.leftOut()).isEqualTo(applies ? List.of("libssl3") : List.of());
        assertThat(files.explained(Images.SSL))
                .containsExactly(
                        "vex.json: fixed " + (applies ? "applies: " : "does not apply: ") + why);
    }

    @ParameterizedTest
    @CsvSource({"CSAF", "CycloneDX"})
    void componentsAreOfTheirProductInEachFormat(String format) {
        String ssl = "pkg:deb/debian/libssl3@3.0.11-1~deb12u2";
        String app = "pkg:oci/app@" + DIGEST;
        assertThat(vex(new VexDocuments(app, ssl, "fixed").in(format)).leftOut())
                .containsExactly("libssl3");
        assertThat(
                        vex(new VexDocuments("pkg:oci/app@" + Images.OTHER, ssl, "fixed")
                                        .in(format))
                                .leftOut())
                .isEmpty();
        assertThat(vex(new VexDocuments(app, "pkg:deb/debian/curl", "fixed").in(format)).leftOut())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io/library/app:1, app:1",
        "index.docker.io/library/app:1, app:1",
        "app:1, docker.io/app:1",
        "pkg:docker/app@1, app:1",
        "pkg:docker/library/app@1, app:1",
        "pkg:oci/app?repository_url=index.docker.io/library/app&tag=1, app:1",
        "app:latest, app",
        "org/app:1, docker.io/org/app:1",
    })
    void dockerHubHasManyNames(String product, String target) {
        assertThat(fits(product, target)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"org/app:1, app:1", "app:1, app", "quay.io/app:1, app:1", "app:1, app:10"})
    void otherNamesAreOthers(String product, String target) {
        assertThat(fits(product, target)).isFalse();
    }

    private boolean fits(String product, String target) {
        ScanReport report =
                Images.report(io.plimsoll.model.TargetDescription.of("registry", target));
        PolicyReader reader = new PolicyReader();
        reader.vex("vex.json", bytes(new VexDocuments(product, "", "fixed").in("OpenVEX")));
        return !reader.policy().apply(report).assessment().suppressed().isEmpty();
    }

    @Test
    void noImageIsMeantByAnImage() {
        ScanReport report = Images.report(io.plimsoll.model.TargetDescription.of("sbom", "a.json"));
        PolicyReader reader = new PolicyReader();
        reader.vex("vex.json", bytes(new VexDocuments("app:1", "", "fixed").in("OpenVEX")));
        assertThat(reader.policy().apply(report).assessment().suppressed()).isEmpty();
    }

    @Test
    void theNewestStatementOfADocumentCounts() {
        String old =
                new VexDocuments("ghcr.io/org/app:1.0", "", "affected")
                        .statement("2026-01-01T00:00:00Z");
        String late =
                new VexDocuments("ghcr.io/org/app:1.0", "", "fixed")
                        .statement("2026-02-01T00:00:00Z");
        for (String both : List.of(old + "," + late, late + "," + old)) {
            Files files = vex(document(both));
            assertThat(files.leftOut()).containsExactly("libssl3");
            assertThat(files.problems()).isEmpty();
            assertThat(files.explained(Images.SSL))
                    .contains(
                            "vex.json: affected applies: its product ghcr.io/org/app:1.0 is this"
                                    + " image; another statement counts");
        }
    }

    @Test
    void ofStatementsOfOneTimeTheMostCarefulCountsAndItIsSaid() {
        String one = new VexDocuments("ghcr.io/org/app:1.0", "", "fixed").statement("");
        String other = new VexDocuments("pkg:deb/debian/libssl3", "", "affected").statement("");
        for (String both : List.of(one + "," + other, other + "," + one)) {
            Files files = vex(document(both));
            assertThat(files.leftOut()).isEmpty();
            assertThat(files.problems())
                    .containsExactly(
                            "statements of one time differ on CVE-2024-0001 in "
                                    + Images.SSL
                                    + ": affected counts");
        }
    }

    @Test
    void ofSeveralDocumentsTheLastCountsAndItIsSaid() {
        String fixed = new VexDocuments("ghcr.io/org/app:1.0", "", "fixed").in("CSAF");
        String affected = new VexDocuments("ghcr.io/org/app:1.0", "", "affected").in("OpenVEX");
        Files files = new Files(folder).with("a.json", affected).with("b.json", fixed);
        assertThat(files.leftOut()).containsExactly("libssl3");
        assertThat(files.problems())
                .containsExactly(
                        "says fixed of CVE-2024-0001 in "
                                + Images.SSL
                                + ", and a.json says affected: the later of the command line counts");
        assertThat(new Files(folder).with("b.json", fixed).with("a.json", affected).leftOut())
                .isEmpty();
    }

    @Test
    void aStatementWithUnknownStatusIsLeftOutAndNamed() {
        Files files = vex(document(new VexDocuments("app", "", "fine").statement("")));
        assertThat(files.problems())
                .containsExactly("statement 1 is left out: the status 'fine' is unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | vex.json is no VEX document that is known",
                "[] | vex.json is no VEX document that is known",
                "{\"a\": | vex.json is no VEX document: ",
                "hello | vex.json is no VEX document: ",
            })
    void whatIsNoDocumentIsAnError(String text, String expected) {
        assertThatThrownBy(() -> vex(text))
                .isInstanceOf(PolicyFormatException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void deepDocumentsAreAnError() {
        assertThatThrownBy(() -> vex("[".repeat(100_000)))
                .isInstanceOf(PolicyFormatException.class);
    }

    private static String document(String statements) {
        return "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"statements\": ["
                + statements
                + "]}";
    }

    private Files vex(String text) {
        return new Files(folder).with("vex.json", text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
