package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Digest;
import io.plimsoll.registry.source.AttachedVex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttachedVexTest {
    private static final String VEX = "{\"@context\": \"https://openvex.dev/ns/v0.2.0\"}";
    private static final String TYPE = "application/vnd.openvex+json";
    private static final Digest SUBJECT = digest("subject");

    private final String blob = "/v2/app/blobs/" + digest(VEX);
    private final String manifest =
            """
            {"schemaVersion": 2, "artifactType": "%s",
             "layers": [{"mediaType": "%s", "digest": "%s", "size": %d},
                        {"mediaType": "text/plain", "digest": "%s", "size": 1}]}
            """
                    .formatted(TYPE, TYPE, digest(VEX), VEX.length(), digest("x"));

    @Test
    void theRegistryTellsWhatRefersToAnImage() throws Exception {
        try (TestServer server = new TestServer()) {
            server.on(
                    "/v2/app/referrers/" + SUBJECT,
                    each -> TestServer.send(each, 200, index(TYPE)));
            serve(server, VEX);
            assertThat(read(server)).containsExactly(VEX);
        }
    }

    @Test
    void anOlderRegistryHasATagForIt() throws Exception {
        try (TestServer server = new TestServer()) {
            server.on(
                    "/v2/app/manifests/sha256-" + SUBJECT.hex(),
                    each -> TestServer.send(each, 200, index("")));
            serve(server, VEX);
            assertThat(read(server)).containsExactly(VEX);
        }
    }

    @Test
    void nothingRefersToMostImages() throws Exception {
        try (TestServer server = new TestServer()) {
            assertThat(read(server)).isEmpty();
        }
    }

    @Test
    void otherArtifactsAreNotFetched() throws Exception {
        try (TestServer server = new TestServer()) {
            server.on(
                    "/v2/app/referrers/" + SUBJECT,
                    each -> TestServer.send(each, 200, index("application/spdx+json")));
            serve(server, VEX);
            assertThat(read(server)).isEmpty();
            assertThat(server.seen())
                    .extracting(TestServer.Seen::path)
                    .noneMatch(path -> path.contains("/blobs/"));
        }
    }

    @Test
    void anotherContentThanWasListedIsRefused() throws Exception {
        try (TestServer server = new TestServer()) {
            server.on(
                    "/v2/app/referrers/" + SUBJECT,
                    each -> TestServer.send(each, 200, index(TYPE)));
            serve(server, VEX.replace("openvex", "0penvex"));
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("sends another content for the blob");
        }
    }

    private void serve(TestServer server, String content) {
        server.on(
                "/v2/app/manifests/" + digest(manifest),
                each -> TestServer.send(each, 200, manifest));
        server.on(blob, each -> TestServer.send(each, 200, content));
    }

    private String index(String type) {
        String artifact = type.isEmpty() ? "" : ", \"artifactType\": \"" + type + "\"";
        return "{\"schemaVersion\": 2, \"manifests\": [{\"digest\": \""
                + digest(manifest)
                + "\", \"size\": "
                + manifest.length()
                + artifact
                + "}]}";
    }

    private static List<String> read(TestServer server) throws Exception {
        List<String> found = new ArrayList<>();
        try (Fixture fixture = new Fixture()) {
            fixture.plain(server.host());
            new AttachedVex(fixture.options(), Patience.standard(), ignored -> {})
                    .read(
                            server.host() + "/app:1",
                            List.of(SUBJECT),
                            (digest, bytes) ->
                                    found.add(new String(bytes, StandardCharsets.UTF_8)));
        }
        return found;
    }

    private static Digest digest(String text) {
        return Fixture.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
