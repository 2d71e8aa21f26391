package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.Publisher;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.RegistryOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A VEX document beside an image in Debian's registry, which has no list of referrers but the tag.
final class RegistryVexTest {
    private static final String OCI = "application/vnd.oci.image.";
    private static final String CVE = "CVE-2024-5535";

    @TempDir Path folder;

    @Test
    void whatLiesBesideTheImageCountsWhereItIsAskedFor() throws Exception {
        Examples.write(folder);
        try (RealRegistry registry = RealRegistry.plain(folder.resolve("registry"))) {
            Program program =
                    new Program(folder)
                            .with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString())
                            .with("PLIMSOLL_PLAIN_HTTP", registry.host());
            String name = registry.host() + "/team/app:1";
            program.lines(
                    "skopeo",
                    "copy",
                    "--dest-tls-verify=false",
                    "docker-archive:image.tar",
                    "docker://" + name);
            JsonObject before = scan(program, "registry:" + name);
            assertThat(before.objects("findings"))
                    .extracting(each -> each.text("id"))
                    .contains(CVE);
            attach(registry.host(), before.object("target").texts("digests").getFirst());
            assertThat(scan(program, "registry:" + name).objects("suppressed")).isEmpty();
            JsonObject after = scan(program, "--vex=registry", "registry:" + name);
            assertThat(after.objects("suppressed"))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.object("finding").text("id")).isEqualTo(CVE);
                        assertThat(each.text("by")).matches("registry:[0-9a-f]{12} \\(OpenVEX\\)");
                    });
            assertThat(
                            program.run(
                                            launcher(),
                                            "explain",
                                            "--vex=registry",
                                            CVE,
                                            "registry:" + name)
                                    .withCode(0)
                                    .out())
                    .contains("fixed applies: its product pkg:oci/app@sha256:");
        }
    }

    @Test
    void whatIsInNoRegistryHasNothingBesideIt() throws Exception {
        Examples.write(folder);
        Program.Outcome outcome =
                new Program(folder)
                        .with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString())
                        .run(launcher(), "scan", "--vex=registry", "docker-archive:image.tar")
                        .withCode(2);
        assertThat(outcome.err()).contains("--vex registry needs an image of a registry");
    }

    /// Puts a document, the manifest of it, and the tag that lists it.
    private static void attach(String host, String subject) throws Exception {
        String vex =
                """
                {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "urn:x", "author": "us",
                 "version": 1, "timestamp": "2026-01-01T00:00:00Z", "statements": [
                   {"vulnerability": {"name": "%s"}, "status": "fixed",
                    "products": [{"@id": "pkg:oci/app@%s"}]}]}
                """
                        .formatted(CVE, subject);
        String type = "application/vnd.openvex+json";
        String manifest =
                """
                {"schemaVersion": 2, "mediaType": "%smanifest.v1+json", "artifactType": "%s",
                 "config": {"mediaType": "application/vnd.oci.empty.v1+json", "digest": "%s",
                            "size": 2},
                 "layers": [{"mediaType": "%s", "digest": "%s", "size": %d}]}
                """
                        .formatted(OCI, type, digest("{}"), type, digest(vex), vex.length());
        String index =
                """
                {"schemaVersion": 2, "mediaType": "%sindex.v1+json", "manifests": [
                  {"mediaType": "%smanifest.v1+json", "digest": "%s", "size": %d,
                   "artifactType": "%s"}]}
                """
                        .formatted(OCI, OCI, digest(manifest), manifest.length(), type);
        RegistryOptions options = RegistryOptions.of(Map.of()).withPlainHttp(Set.of(host));
        try (RegistryClient client =
                new RegistryClient(options, Patience.standard(), ignored -> {})) {
            Publisher publisher = client.publisher(ImageReference.parse(host + "/team/app"));
            publisher.blob(digest("{}"), bytes("{}"));
            publisher.blob(digest(vex), bytes(vex));
            publisher.manifest("vex", OCI + "manifest.v1+json", bytes(manifest));
            publisher.manifest(subject.replace(':', '-'), OCI + "index.v1+json", bytes(index));
        }
    }

    private static JsonObject scan(Program program, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 3];
        command[0] = launcher();
        command[1] = "scan";
        command[2] = "--format=json";
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return Json.parse(bytes(program.run(command).withCode(0).out())).asObject();
    }

    private static String launcher() {
        return Repository.launcher().toString();
    }

    private static Digest digest(String text) throws Exception {
        return Digest.ofSha256(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
