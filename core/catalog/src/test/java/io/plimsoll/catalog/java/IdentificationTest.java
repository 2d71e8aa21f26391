package io.plimsoll.catalog.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.PackageRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentificationTest {
    @ParameterizedTest
    @CsvSource({
        "log4j-core-2.14.1.jar, log4j-core, 2.14.1",
        "log4j-1.2-api-2.14.1.jar, log4j-1.2-api, 2.14.1",
        "hibernate-jpa-2.1-api-1.0.0.Final.jar, hibernate-jpa-2.1-api, 1.0.0.Final",
        "guava-31.1-jre.jar, guava, 31.1-jre",
        "app-1.0-SNAPSHOT-tests.jar, app, 1.0-SNAPSHOT",
        "app-1.0-20240102.030405-7.jar, app, 1.0-20240102.030405-7",
        "app-2.0.0-M1-sources.jar, app, 2.0.0-M1",
        "app-1.0-beta-2.jar, app, 1.0-beta-2",
        "app-v3.2.jar, app, v3.2",
        "netty-tcnative-2.0.46.Final-linux-x86_64.jar, netty-tcnative, 2.0.46.Final",
        "kafka_2.13-3.6.0.jar, kafka_2.13, 3.6.0",
        "bcprov-jdk15on-1.68.JAR, bcprov-jdk15on, 1.68",
        "org.eclipse.osgi_3.7.0.v20110613.jar, org.eclipse.osgi, 3.7.0.v20110613",
        "kafka_2.13.jar, kafka_2.13, ''",
        "ROOT.war, ROOT, ''",
        "-1.jar, -1, ''",
        "1-2-3.jar, 1, 2-3"
    })
    void aFileNameIsSplitAtItsVersion(String name, String artifact, String version) {
        FileName file = FileName.of(name);
        assertThat(file.artifact()).isEqualTo(artifact);
        assertThat(file.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "spring-beans-5.3.17.jar, org/springframework/beans, org.springframework:spring-beans",
        "h2-1.4.199.jar, org/h2, com.h2database:h2",
        "commons-io-2.6.jar, org/apache/commons/io, commons-io:commons-io",
        "wss4j-1.5.jar, org/apache/ws/security, org.apache.ws.security:wss4j",
        "jetty-webapp-9.4.0.jar, org/eclipse/jetty/webapp, org.eclipse.jetty:jetty-webapp",
        "jetty-webapp-7.0.jar, org/mortbay/jetty/webapp, org.mortbay.jetty:jetty-webapp",
        "httpclient-4.5.jar, org/apache/http/client, org.apache.httpcomponents:httpclient",
        "okhttp-4.12.0.jar, okhttp3/internal, com.squareup.okhttp3:okhttp",
        "okhttp-2.7.jar, com/squareup/okhttp, com.squareup.okhttp:okhttp",
        "log4j-core-2.0.jar, com/example/log4j, log4j-core",
        "h2-1.0.jar, com/example/other/h2, h2",
        "jenkins-core-2.0.jar, hudson/model, org.jenkins-ci.main:jenkins-core"
    })
    void aGroupMustAgreeWithTheClasses(String name, String folder, String expected) {
        assertThat(identify(name, "", folder + "/A.class").fullName()).isEqualTo(expected);
    }

    @Test
    void aFewShadedClassesDoNotDecide() {
        String[] classes = new String[30];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (i == 0 ? "org/yaml/snakeyaml/C" : "com/example/C") + i + ".class";
        }
        PackageRecord found = identify("snakeyaml-1.0.jar", "", classes);
        assertThat(found.namespace()).isEmpty();
        assertThat(found.evidence().detail()).contains("no group agrees").contains("org.yaml");
    }

    @Test
    void ownClassesOfApplicationsAndReleasesCountForTheirPackage() {
        PackageRecord found =
                identify(
                        "app.jar",
                        "",
                        "BOOT-INF/classes/org/example/app/A.class",
                        "WEB-INF/classes/org/example/app/B.class",
                        "META-INF/versions/11/org/example/app/A.class",
                        "module-info.class");
        assertThat(found.evidence().detail())
                .isEqualTo("classes: org.example.app (3 classes); no group known");
    }

    @Test
    void aManifestThatAgreesWithAdvisoriesGivesTheGroup() {
        String manifest = "Implementation-Vendor-Id: org.yaml\r\nImplementation-Version: 1.26\r\n";
        PackageRecord found = identify("snakeyaml.jar", manifest, "x/y/Z.class");
        assertThat(found.fullName()).isEqualTo("org.yaml:snakeyaml");
        assertThat(found.version()).isEqualTo("1.26");
    }

    @ParameterizedTest
    @CsvSource({
        "the-tool-1.0.jar, com.example.the-tool, com.example:the-tool",
        "caffeine-3.0.jar, com.github.ben-manes.caffeine, caffeine",
        "snakeyaml-1.0.jar, org.yaml.snakeyaml, org.yaml:snakeyaml"
    })
    void aBundleNamesTheGroupWhereItsEndMustBeTheArtifact(
            String name, String bundle, String expected) {
        String manifest = "Bundle-SymbolicName: " + bundle + "\n";
        assertThat(identify(name, manifest, "a/b/C.class").fullName()).isEqualTo(expected);
    }

    @Test
    void aManifestIsReadAsItsSpecificationSays() {
        String text =
                "A: one\r\nlong-NAME: begins\r\n  and\r\n  ends\r\rName: x\rA: two\r"
                        + "no colon\rB: not of the main section\r";
        Manifest manifest = Manifest.parse(text.getBytes(StandardCharsets.UTF_8));
        assertThat(manifest.get("a")).isEqualTo("one");
        assertThat(manifest.get("Long-Name")).isEqualTo("begins and ends");
        assertThat(manifest.get("B")).isEmpty();
        byte[] split = "T: \u00e4\n".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = {split[0], split[1], split[2], split[3], '\n', ' ', split[4], '\n'};
        assertThat(Manifest.parse(bytes).get("T")).isEqualTo("\u00e4");
    }

    @Test
    void theShippedTableIsThere() {
        assertThat(KnownArtifacts.shipped().groups("log4j-core"))
                .contains("org.apache.logging.log4j");
        assertThat(KnownArtifacts.shipped().groups("no-such-artifact")).isEmpty();
    }

    private static PackageRecord identify(String name, String manifest, String... classes) {
        ClassPackages counted = new ClassPackages();
        for (String one : classes) {
            byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
            counted.add(bytes, bytes.length);
        }
        ArchiveFacts facts =
                new ArchiveFacts(
                        "/" + name,
                        FileName.of(name),
                        Manifest.parse(manifest.getBytes(StandardCharsets.UTF_8)),
                        counted,
                        List.of());
        return new Identification(KnownArtifacts.shipped()).packages(facts).getFirst();
    }
}
