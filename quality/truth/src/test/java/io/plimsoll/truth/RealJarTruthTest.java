package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.java.JavaArchiveCataloger;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.PackageRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Artifacts of Maven Central are recognised under the coordinates they were published as. Profile
/// `truth` copies them.
final class RealJarTruthTest {
    private static final Path FOLDER = Path.of("target", "real-jars");

    @ParameterizedTest
    @CsvSource({
        "commons-collections:commons-collections, 3.2.1, pom-properties",
        "com.fasterxml.jackson.core:jackson-databind, 2.9.8, pom-properties",
        "org.apache.logging.log4j:log4j-core, 2.14.1, pom-properties",
        "org.postgresql:postgresql, 42.2.5, pom-properties",
        "org.yaml:snakeyaml, 1.26, pom-properties",
        "com.h2database:h2, 1.4.199, class-packages",
        "org.apache.kafka:kafka-clients, 2.8.0, class-packages",
        "org.apache.tomcat.embed:tomcat-embed-core, 9.0.60, class-packages",
        "org.elasticsearch:elasticsearch, 7.10.0, class-packages",
        "org.springframework:spring-beans, 5.3.17, class-packages"
    })
    void anArtifactHasItsCoordinates(String name, String version, String identifiedBy)
            throws Exception {
        String file = name.substring(name.indexOf(':') + 1) + "-" + version + ".jar";
        Catalog catalog = read(file);
        assertThat(catalog.problems()).isEmpty();
        PackageRecord found = catalog.packages().getFirst();
        assertThat(found.fullName()).isEqualTo(name);
        assertThat(found.version()).isEqualTo(version);
        assertThat(found.evidence().identifiedBy().word()).isEqualTo(identifiedBy);
        assertThat(found.evidence().path()).isEqualTo("/app/" + file);
    }

    @Test
    void shadedArtifactsAreFoundWhereTheyAre() throws Exception {
        assertThat(read("postgresql-42.2.5.jar").packages().stream().skip(1))
                .extracting(
                        PackageRecord::fullName,
                        PackageRecord::version,
                        found -> found.evidence().path())
                .containsExactly(shaded("client"), shaded("common"));
    }

    @Test
    void allArtifactsWereThere() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).hasSize(10);
        }
    }

    private static Tuple shaded(String artifact) {
        String entry = "META-INF/maven/com.ongres.scram/" + artifact + "/pom.properties";
        return tuple(
                "com.ongres.scram:" + artifact,
                "1.0.0-beta.2",
                "/app/postgresql-42.2.5.jar" + Evidence.INSIDE + entry);
    }

    private static Catalog read(String name) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
        return new JavaArchiveCataloger().catalog(new HeldFile("/app/" + name, bytes, Map.of()));
    }
}
