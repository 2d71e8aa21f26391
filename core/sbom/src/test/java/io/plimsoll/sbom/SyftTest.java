package io.plimsoll.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.SourcePackage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Syft's JSON, by hand with its own names.
final class SyftTest {
    static final String DOCUMENT =
            """
            {"artifacts":[
              {"id":"1","name":"libssl3","version":"3.0.11-1+b1","type":"deb",
               "foundBy":"dpkg-db-cataloger","language":"",
               "locations":[{"path":"/var/lib/dpkg/status","accessPath":"/var/lib/dpkg/status",
                 "layerID":"sha256:LAYER"}],
               "licenses":[{"value":"Apache-2.0","spdxExpression":"Apache-2.0","type":"declared"}],
               "cpes":[{"cpe":"cpe:2.3:a:libssl3:libssl3:3.0.11:*","source":"syft-generated"}],
               "purl":"pkg:deb/debian/libssl3@3.0.11-1%2Bb1?arch=amd64&distro=debian-12",
               "metadataType":"dpkg-db-entry","metadata":{"package":"libssl3",
                 "source":"openssl","sourceVersion":"3.0.11-1","architecture":"amd64"}},
              {"id":"2","name":"lib","version":"7","type":"python","licenses":["MIT"],
               "purl":"pkg:pypi/lib@7","metadata":{}},
              {"id":"3","name":"nodejs","version":"1:18.0","type":"rpm",
               "purl":"pkg:rpm/redhat/nodejs@18.0?epoch=1",
               "metadata":{"arch":"x86_64","modularityLabel":"nodejs:18:8060020230:rhel8"}},
              {"id":"4","name":"busybox","version":"1.36","type":"binary","purl":""}],
             "artifactRelationships":[
              {"parent":"1","child":"2","type":"ownership-by-file-overlap"},
              {"parent":"3","child":"1","type":"dependency-of"},
              {"parent":"9","child":"1","type":"evident-by"}],
             "source":{"id":"x","type":"image"},
             "distro":{"prettyName":"Debian GNU/Linux 12 (bookworm)","id":"debian",
              "versionID":"12","versionCodename":"bookworm","idLike":["a"]},
             "descriptor":{"name":"syft","version":"1.0"},
             "schema":{"version":"16.0.0"}}
            """
                    .replace("LAYER", "ab".repeat(32));

    @Test
    void artifactsKeepSourceModuleOwnerAndPlace() throws IOException {
        Sbom sbom = Read.of(DOCUMENT);
        Component libssl = sbom.components().getFirst();
        assertThat(libssl.source()).contains(new SourcePackage("openssl", "3.0.11-1"));
        assertThat(libssl.licenses()).containsExactly("Apache-2.0");
        assertThat(libssl.locations().getFirst().layer()).isPresent();
        assertThat(sbom.components().get(1).owner()).isEqualTo(libssl.purl());
        assertThat(sbom.components().get(1).licenses()).containsExactly("MIT");
        assertThat(sbom.components().get(2).stated().first("package:module"))
                .isEqualTo("nodejs:18");
        assertThat(sbom.components().get(3).purl()).isEmpty();
        assertThat(sbom.dependsOn()).containsOnly(java.util.Map.entry("1", List.of("3")));
    }

    @Test
    void theDistributionIsNamed() throws IOException {
        Sbom sbom = Read.of(DOCUMENT);
        assertThat(sbom.distribution().id()).isEqualTo("debian");
        assertThat(sbom.distribution().codename()).isEqualTo("bookworm");
        assertThat(sbom.distribution().idLike()).containsExactly("a");
    }
}
