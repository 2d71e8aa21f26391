package io.plimsoll.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Inputs that are text.
final class TextSeeds {
    private static final String CYCLONEDX =
            """
            {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"container",\
            "name":"a","version":"1"}},"components":[{"type":"operating-system","name":"debian",\
            "version":"12"},{"type":"library","bom-ref":"x","name":"openssl","version":"3.0.11-1",\
            "purl":"pkg:deb/debian/openssl@3.0.11-1?arch=amd64&distro=debian-12",\
            "licenses":[{"license":{"id":"MIT"}}],"properties":[{"name":"a","value":"b"}]}],\
            "dependencies":[{"ref":"x","dependsOn":["x"]}]}
            """;

    private static final String REPORT =
            """
            {"schema":"plimsoll-report/1","tool":{"name":"plimsoll","version":"1"},"target":{"kind":\
            "dir","reference":"a","layers":[]},"packages":[{"id":"pkg:npm/a@1","type":"npm",\
            "namespace":"","name":"a","version":"1","purl":"pkg:npm/a@1","source":null,\
            "licenses":[],"locations":[{"path":"/a","layer":null}],"dependsOn":[]}],"problems":[]}
            """;

    private static final String OSV =
            """
            {"id":"OSV-1","aliases":["CVE-2024-5535"],"published":"2024-06-27T00:00:00Z","modified":\
            "2024-07-01T00:00:00Z","severity":[{"type":"CVSS_V3","score":\
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],"affected":[{"package":{"ecosystem":\
            "Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},\
            {"fixed":"3.0.15-1"}]}],"versions":["1.0"],"database_specific":{"status":"open"}}],\
            "references":[{"type":"WEB","url":"https://example.org/"}],"database_specific":\
            {"cwe_ids":["CWE-79"],"severity":"HIGH"},"summary":"a"}
            """;

    private static final String NVD =
            """
            {"vulnerabilities":[{"cve":{"id":"CVE-2024-5535","published":"2024-06-27T11:15:24.447",\
            "metrics":{"cvssMetricV31":[{"source":"a","cvssData":{"vectorString":\
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H","baseScore":9.1}}]},"weaknesses":\
            [{"description":[{"value":"CWE-200"}]}]},"dateAdded":"2024-01-01","cveID":"CVE-2024-1"}]}
            """;

    private static final String DOCKERFILE =
            """
            # syntax=docker/dockerfile:1
            ARG V=1
            FROM --platform=$TARGETPLATFORM a:${V:-2} AS b
            ENV A=${V#1} B="x y" \\
                # inside
                C=${V//1/2}
            RUN <<-EOF sh
            \ta
            \tEOF
            FROM b
            COPY --from=0 ["a", "b"]
            ONBUILD ADD x y
            HEALTHCHECK --interval=5s CMD [ "c" ]
            RUN echo $A
            """;

    private static final String LINTED =
            """
            # check=skip=JSONArgsRecommended;error=true
            FROM debian AS Build
            MAINTAINER a
            # hadolint ignore=DL3008
            RUN apt update && apt-get install curl \\
                # trivy:ignore:DS-0029:exp:2030-01-01
                && yes | yum install -q a; pip install b
            ENV A b
            ADD a b ./
            COPY --from=build c d
            EXPOSE 22/TCP 70000
            FROM build
            RUN --mount=type=cache,target=/root/.cache/pip cd /a && wget x | sudo sh
            CMD a "b c"
            """;

    private static final String SCRIPT =
            """
            set -eux; A=b cmd "x $(y `z`)" 'q' >&2 2>/dev/null <<-E | t &
            \tbody
            \tE
            if [ -f a ]; then b; elif [[ a =~ (b|c) ]]; then d; else e; fi
            case "$a" in x|y) f ;; *) g ;; esac
            for i in 1 2; do h $((i + 1)) ${j:-$(k)}; done; l() { m; }; ( n || o ) && ! p
            """;

    private static final String NEEDS =
            """
            Package: a
            Status: install ok installed
            Version: 1.0-1
            Installed-Size: 10
            Depends: b:any (>= 1) | c, d [amd64] <x>
            Recommends: e
            Provides: f (= 2)

            \0Package: b
            Auto-Installed: 1
            """;

    private static final String HISTORY =
            """
            \0/bin/sh -c #(nop) ADD file:1 in /\s
            -/bin/sh -c #(nop)  ENV A=B=x
            RUN /bin/sh -c <<-EOF sh # buildkit
            COPY a b # buildkit
            |1 V=1 /bin/sh -c echo $A
            """;

    private static final List<String> VERSIONS =
            List.of(
                    "1:1.0~rc1-1\n1.0-1\n2.0+b1",
                    "1.2.3-alpha.1\n1.2.3\nv2.0.0+build",
                    "1.0.post1\n1.0.dev2\n1!2.0rc1+l",
                    "1.0_alpha2-r1\n1.0a_p1\n1.0~x",
                    "1.0-SNAPSHOT\n1.0.RELEASE\n1.0-alpha-1");

    private TextSeeds() {}

    static List<String> of(String target) {
        return switch (target) {
            case "json" ->
                    List.of("{\"name\":[1,2.5e3,true,null,\"a\\u00e9\"],\"all\":[{\"a\":{}}]}");
            case "purl" -> purls();
            case "ignore-file" -> PolicySeeds.ignoreFiles();
            case "vex" -> PolicySeeds.vex();
            case "purls" -> List.of("# list\n" + String.join("\n", purls()) + "\nnonsense\n");
            case "sbom" -> List.of(CYCLONEDX, REPORT);
            case "osv" -> List.of(OSV);
            case "dockerfile" -> List.of(DOCKERFILE, "# escape=`\r\nFROM a`\r\n\r\nRUN b");
            case "lint" -> List.of(DOCKERFILE, LINTED);
            case "shell-script" -> List.of(SCRIPT);
            case "dockerignore" -> List.of("# a\n*.md\n!**/README.md\n[a-c]?/\\*\n\0a/README.md");
            case "package-needs" -> List.of(NEEDS, "P:a\nI:1\nD:b>1 !c\np:so:d=1\n\nP:b\ni:a\n\0a");
            case "dockerfile-history" -> List.of(DOCKERFILE + HISTORY);
            case "feeds" ->
                    List.of(
                            NVD,
                            "[{\"cycle\":\"12\",\"codename\":\"Bookworm\",\"eol\":\"2028-06-30\"}]",
                            "#model,score_date:2026-11-01\ncve,epss,percentile\nCVE-2024-1,0.1,0.5\n");
            case "version" -> withScheme("");
            case "version-range" -> withScheme("\nA0\nB3.0\nC4.0\nA5");
            case "class-packages" ->
                    List.of(
                            "org/a/B.class\nBOOT-INF/classes/org/a/C.class\nD.class",
                            "META-INF/versions/9/org/a/b/c/D.class\nMETA-INF/versions/");
            case "challenge" ->
                    List.of(
                            "Basic realm=\"a \\\"b\", Bearer realm=\"https://a/t\",service=s,scope=\"x\"");
            case "docker-config" -> dockerConfigs();
            case "signature" ->
                    List.of("plimsoll-signature/1\n0123456789abcdef " + "A".repeat(86) + "==\n");
            case "engine-http" ->
                    List.of(
                            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab",
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nab\r\n0\r\n\r\n",
                            "HTTP/1.1 404 Not Found\r\n\r\n{\"message\":\"no such image\"}");
            case "engine-inspection" ->
                    List.of(
                            "{\"Id\":\"sha256:"
                                    + "ab".repeat(32)
                                    + "\",\"RepoTags\":[\"a:1\"],\"RepoDigests\":[\"a@sha256:"
                                    + "cd".repeat(32)
                                    + "\"],\"Os\":\"linux\",\"Architecture\":\"amd64\",\"RootFS\":"
                                    + "{\"Layers\":[\"sha256:"
                                    + "ef".repeat(32)
                                    + "\"]},\"GraphDriver\":{\"Name\":\"overlay2\",\"Data\":"
                                    + "{\"UpperDir\":\"/a\",\"LowerDir\":\"/b:/c\"}}}");
            case "proxy" ->
                    List.of(
                            "http://a:b%40@proxy.example:3128/\n10.0.0.0/8,.example,*.org:80 [fd00::]/8",
                            "[::1]:1\n*");
            default -> SbomSeeds.of(target);
        };
    }

    private static List<String> dockerConfigs() {
        return List.of(
                "{\"auths\":{\"https://registry.example/v1/\":{\"auth\":\"YW5uOnNlY3JldA==\"},"
                        + "\"registry.example/team\":{\"identitytoken\":\"secret\"}}}",
                "{\"credHelpers\":{\"registry.example\":\"none\"},\"credsStore\":\"none\","
                        + "\"auths\":{\"docker.io\":{\"username\":\"ann\",\"password\":\"secret\"}}}");
    }

    private static List<String> purls() {
        return List.of(
                "pkg:deb/debian/openssl@1%3A3.0.11-1~deb12u2?arch=amd64&distro=debian-12",
                "pkg:npm/%40babel/core@7.0.0#dist/a",
                "pkg:maven/org.a/b@1.0?type=jar&classifier=sources",
                "pkg:golang/example.org/a/b@v1.2.3");
    }

    private static List<String> withScheme(String end) {
        List<String> all = new ArrayList<>();
        for (int scheme = 0; scheme < 15; scheme++) {
            for (String versions : VERSIONS) {
                all.add((char) ('-' + scheme) + versions + end);
            }
        }
        return all;
    }
}
