package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Holds our CycloneDX documents against the official schema, `bom-1.6.schema.json`.
final class CycloneDxSchemaTruthTest {
    private static final String FOLDER = "http://cyclonedx.org/schema/";
    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @FieldSource("io.plimsoll.truth.RealImages#PACKAGED")
    void realImagesGiveValidDocuments(String image) throws IOException, InterruptedException {
        String document = document(RealImages.report(image));
        assertThat(document).contains("\"vulnerabilities\"");
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void anImageWithoutPackagesGivesAValidDocument() throws IOException, InterruptedException {
        assertThat(errors(document(RealImages.report(RealImages.BUSYBOX)))).isEmpty();
    }

    @Test
    void oddPackagesGiveAValidDocument(@TempDir Path folder)
            throws IOException, InterruptedException {
        TarBuilder layer =
                new TarBuilder()
                        .file("etc/os-release", "ID=debian\nVERSION_ID=12\nID_LIKE=\"a b\"\n")
                        .file(
                                "var/lib/dpkg/status",
                                """
                                Package: openssl
                                Status: install ok installed
                                Architecture: amd64
                                Version: 1:3.0.1-1+deb~x
                                Depends: libc6

                                Package: libc6
                                Status: install ok installed
                                Architecture: i386
                                Multi-Arch: same
                                Version: 2
                                """)
                        .file(
                                "app/node_modules/@acme/\u00fc/package.json",
                                "{\"name\":\"@acme/tool\",\"version\":\"\",\"license\":\"MIT or so\"}")
                        .file(
                                "app/node_modules/lodash/package.json",
                                "{\"name\":\"lodash\",\"version\":\"4.17.15\"}");
        Path archive = folder.resolve("image.tar");
        Files.write(
                archive, TarBuilder.of(DockerArchives.manifest(new ImageBuilder().layer(layer))));
        String document = document(Scans.of("docker-archive:" + archive));
        assertThat(document).contains("lodash", "pkg:deb/debian/libc6");
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void aPackageUrlAloneGivesAValidDocument() throws IOException, InterruptedException {
        String document = document(Scans.of("pkg:npm/%40angular/core@1.0.0"));
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void theSchemaNoticesADocumentThatIsNone() throws IOException, InterruptedException {
        String document = document(Scans.of("pkg:npm/lodash@4.17.15"));
        assertThat(errors(document.replace("\"library\"", "\"lib\""))).isNotEmpty();
        assertThat(errors(document.replace("urn:uuid:", "uuid:"))).isNotEmpty();
    }

    private static String document(ScanReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.of("cyclonedx").orElseThrow().write(report, View.EVERYTHING, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Error> errors(String document) {
        return SCHEMA.validate(
                document,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema schema() {
        Map<String, String> schemas =
                Map.of(
                        FOLDER + "bom-1.6.schema.json", text("bom-1.6.schema.json"),
                        FOLDER + "spdx.schema.json", text("spdx.schema.json"),
                        FOLDER + "jsf-0.82.schema.json", text("jsf-0.82.schema.json"));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7, registry -> registry.schemas(schemas))
                .getSchema(SchemaLocation.of(FOLDER + "bom-1.6.schema.json"));
    }

    private static String text(String file) {
        try {
            return Files.readString(
                    SharedFolder.find().resolve("truth").resolve("schemas").resolve(file));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
