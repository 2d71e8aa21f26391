package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.Attachment;
import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.registry.source.RegistryImages;
import io.plimsoll.testkit.AttestedImages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What lies beside an image in a registry is asked for when it is wanted, and not before.
final class AttachmentsTest {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String REPOSITORY = "/v2/team/app/";

    private TestServer server;
    private Fixture fixture;
    private String subject = "";

    /// A registry with the image of the key `p256` and what is beside it, by tag and by digest.
    @BeforeEach
    void registry() throws Exception {
        server = new TestServer();
        fixture = new Fixture().plain(server.host());
        Map<String, byte[]> members = AttestedImages.members("signed-p256.tar");
        members.forEach((path, content) -> {
            if (path.startsWith("blobs/")) {
                String digest = path.substring("blobs/".length()).replace('/', ':');
                serve("blobs/" + digest, "application/octet-stream", content);
                String text = new String(content, StandardCharsets.UTF_8);
                serve("manifests/" + digest, text.contains(INDEX) ? INDEX : MANIFEST, content);
            }
        });
        byte[] index = members.getOrDefault("index.json", new byte[0]);
        for (JsonObject each : Json.parse(index).asObject().objects("manifests")) {
            String tag = each.object("annotations").text("org.opencontainers.image.ref.name");
            String path = "blobs/" + each.text("digest").replace(':', '/');
            serve(
                    "manifests/" + tag,
                    each.text("mediaType"),
                    members.getOrDefault(path, new byte[0]));
            subject = tag.equals("1") ? each.text("digest") : subject;
        }
    }

    private void serve(String path, String type, byte[] content) {
        server.on(
                REPOSITORY + path,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    TestServer.send(exchange, 200, content);
                });
    }

    @AfterEach
    void stop() {
        server.close();
        fixture.close();
    }

    private Image open() throws Exception {
        return new RegistryImages(fixture.options(), Patience.standard(), ignored -> {})
                .open(
                        server.host() + "/team/app:1",
                        OpenOptions.standard().withPlatform(Platform.parse("linux/amd64")));
    }

    private List<String> asked() {
        return server.seen().stream()
                .map(TestServer.Seen::path)
                .map(path -> path.replaceFirst(REPOSITORY, ""))
                .toList();
    }

    @Test
    void openingAsksForNothingBeside() throws Exception {
        try (Image image = open()) {
            assertThat(asked())
                    .containsExactly(
                            "manifests/1",
                            "manifests/" + image.description().digests().getFirst(),
                            "blobs/" + image.description().imageId().orElseThrow());
            assertThat(image.attachments().digests())
                    .isEqualTo(image.description().digests())
                    .hasSize(2);
        }
    }

    @Test
    void anAttestationTakesTwoRequests() throws Exception {
        try (Image image = open()) {
            int before = asked().size();
            List<Attachment> attestations = image.attachments().attestations();
            assertThat(asked()).hasSize(before + 1);
            assertThat(attestations)
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.mediaType()).isEqualTo("application/vnd.in-toto+json");
                        assertThat(each.annotations())
                                .containsEntry(
                                        "in-toto.io/predicate-type",
                                        "https://slsa.dev/provenance/v1");
                        assertThat(each.content().bytes())
                                .isEqualTo(AttestedImages.statement("max"));
                    });
            assertThat(asked()).hasSize(before + 2);
        }
    }

    @Test
    void signaturesComeByTagAndByTheTagOfReferrers() throws Exception {
        try (Image image = open()) {
            List<Attachment> signatures = image.attachments().signatures();
            assertThat(signatures)
                    .extracting(Attachment::mediaType)
                    .containsExactly(
                            "application/vnd.dev.cosign.simplesigning.v1+json",
                            "application/vnd.dev.sigstore.bundle.v0.3+json");
            String tag = subject.replace(':', '-');
            assertThat(asked())
                    .contains(
                            "manifests/" + tag + ".sig",
                            "referrers/" + subject,
                            "manifests/" + tag);
            assertThat(signatures.getLast().content().bytes())
                    .asString(StandardCharsets.UTF_8)
                    .contains("dsseEnvelope");
            assertThat(image.attachments().document(image.attachments().digests().getLast()))
                    .isEqualTo(AttestedImages.file("signed-index.json"));
        }
    }

    @Test
    void theRegistrysOwnListCountsBeforeTheTag() throws Exception {
        String tag = "manifests/" + subject.replace(':', '-');
        byte[] list =
                AttestedImages.members("signed-p256.tar").values().stream()
                        .filter(each ->
                                new String(each, StandardCharsets.UTF_8)
                                        .contains(
                                                "\"artifactType\":\"application/vnd.dev.sigstore"))
                        .filter(each ->
                                new String(each, StandardCharsets.UTF_8).contains("\"manifests\""))
                        .findFirst()
                        .orElseThrow();
        serve("referrers/" + subject, INDEX, list);
        try (Image image = open()) {
            assertThat(image.attachments().signatures()).hasSize(2);
            assertThat(asked()).doesNotContain(tag);
        }
    }

    @Test
    void whatARegistryRefusesHindersNoOther() throws Exception {
        server.on(
                REPOSITORY + "manifests/" + subject.replace(':', '-') + ".sig",
                exchange -> TestServer.send(exchange, 403, "{}"));
        try (Image image = open()) {
            List<Attachment> signatures = image.attachments().signatures();
            assertThat(signatures).hasSize(2);
            assertThatThrownBy(() -> signatures.getFirst().content().bytes())
                    .isInstanceOf(RegistryException.class);
            assertThat(signatures.getLast().content().bytes()).isNotEmpty();
        }
    }
}
