package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.SourcePackage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other tools' SBOMs become, in the spelling of each.
final class ForeignSbomTest {
    @TempDir Path folder;

    @Test
    void trivyWritesEpochsAsQualifiersAndSourcesAsProperties() throws Exception {
        ScannedTarget target =
                read(
                        """
                        {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
                         {"bom-ref":"os","type":"operating-system","name":"debian","version":"12.5"},
                         {"bom-ref":"lock","type":"application","name":"package-lock.json"},
                         {"bom-ref":"a","type":"library","name":"zlib1g","version":"1:1.2.13-1",
                          "purl":"pkg:deb/debian/zlib1g@1.2.13-1?arch=amd64&distro=debian-12.5&epoch=1",
                          "properties":[
                           {"name":"aquasecurity:trivy:SrcEpoch","value":"1"},
                           {"name":"aquasecurity:trivy:SrcName","value":"zlib"},
                           {"name":"aquasecurity:trivy:SrcRelease","value":"1"},
                           {"name":"aquasecurity:trivy:SrcVersion","value":"1.2.13"}]},
                         {"bom-ref":"b","type":"library","name":"libc6","version":"2.36-9",
                          "purl":"pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12.5"}],
                         "dependencies":[{"ref":"a","dependsOn":["b","none","a"]},
                          {"ref":"b","dependsOn":["a"]}]}
                        """);
        InstalledPackage zlib = Images.named(target, "zlib1g");
        assertThat(zlib.record().version()).isEqualTo("1:1.2.13-1");
        assertThat(zlib.record().source()).contains(new SourcePackage("zlib", "1:1.2.13-1"));
        assertThat(zlib.dependsOn()).containsExactly(Images.named(target, "libc6").id());
        assertThat(target.inventory().packages()).hasSize(2);
        assertThat(target.inventory().distribution().id()).isEqualTo("debian");
        assertThat(target.inventory().distribution().versionId()).isEqualTo("12.5");
    }

    @Test
    void syftSaysWhichPackageOwnsAnothersFiles() throws Exception {
        ScannedTarget target =
                read(
                        """
                        {"artifacts":[
                         {"id":"1","name":"python3-lib","version":"7","type":"deb",
                          "purl":"pkg:deb/debian/python3-lib@7?arch=all&distro=debian-12",
                          "metadata":{"source":"libsource","sourceVersion":"6"}},
                         {"id":"2","name":"lib","version":"7","type":"python","purl":"pkg:pypi/lib@7"}],
                         "artifactRelationships":[
                          {"parent":"1","child":"2","type":"ownership-by-file-overlap"}],
                         "distro":{"id":"debian","versionID":"12","versionCodename":"bookworm"},
                         "descriptor":{"name":"syft"}}
                        """);
        InstalledPackage system = Images.named(target, "python3-lib");
        assertThat(system.record().source()).contains(new SourcePackage("libsource", "6"));
        assertThat(Images.named(target, "lib").owner()).contains(system.id());
        assertThat(target.inventory().distribution().codename()).isEqualTo("bookworm");
    }

    @Test
    void namesAreSpelledAsTheirPackagesSpellThemAndKeysAreNoPackages() throws Exception {
        ScannedTarget target =
                read(
                        """
                        {"bomFormat":"CycloneDX","components":[
                         {"type":"library","name":"Jinja2","version":"2.11.0",
                          "purl":"pkg:pypi/jinja2@2.11.0"},
                         {"type":"library","name":"other","version":"1","purl":"pkg:pypi/six@1"},
                         {"type":"library","name":"gpg-pubkey","version":"b86b3716-61e69f29",
                          "purl":"pkg:rpm/almalinux/gpg-pubkey@b86b3716-61e69f29?distro=almalinux-9.2"}]}
                        """);
        assertThat(Images.packages(target)).containsExactly("pypi Jinja2 2.11.0", "pypi six 1");
    }

    @Test
    void whatHasNoPurlIsListedWithTheReason() throws Exception {
        ScannedTarget target =
                read(
                        """
                        {"bomFormat":"CycloneDX","components":[
                         {"type":"library","name":"homemade","version":"1","cpe":"cpe:2.3:a:x"},
                         {"type":"library","name":"other","version":"1","purl":"pkg:swift/x/other@1"},
                         {"type":"library","name":"odd","version":"1","purl":"nonsense"},
                         {"type":"file","name":"a.txt"}]}
                        """);
        assertThat(target.inventory().packages())
                .allMatch(each -> each.record().type() == PackageType.GENERIC)
                .extracting(each -> each.record().name() + ": " + each.record().evidence().detail())
                .containsExactlyInAnyOrder(
                        "homemade: it has no purl",
                        "other: packages of type \"swift\" are not known",
                        "odd: its purl cannot be read");
        assertThat(target.inventory().problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.reason()).startsWith("component 2 \"odd\": "));
    }

    private ScannedTarget read(String text) throws Exception {
        return Images.read("sbom:" + Files.writeString(folder.resolve("sbom.json"), text));
    }
}
