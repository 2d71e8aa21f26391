package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.registry.source.RegistryImages;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ImageFetchTest {
    @Test
    void openingAnImageFetchesItsManifestAndItsConfigurationOnce() throws Exception {
        byte[] config =
                ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                                + "\"diff_ids\":[]}}")
                        .getBytes(StandardCharsets.UTF_8);
        String digest = Fixture.digest(config).toString();
        String type = "application/vnd.oci.image.manifest.v1+json";
        String manifest =
                "{\"schemaVersion\":2,\"mediaType\":\""
                        + type
                        + "\",\"config\":{\"mediaType\":"
                        + "\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                        + digest
                        + "\",\"size\":"
                        + config.length
                        + "},\"layers\":[]}";
        try (TestServer server = new TestServer();
                Fixture fixture = new Fixture()) {
            server.on(
                    "/v2/app/manifests/1",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", type);
                        TestServer.send(exchange, 200, manifest);
                    });
            server.on(
                    "/v2/app/blobs/" + digest, exchange -> TestServer.send(exchange, 200, config));
            fixture.plain(server.host());
            try (Image image =
                    new RegistryImages(fixture.options(), Patience.standard(), ignored -> {})
                            .open(server.host() + "/app:1", OpenOptions.standard())) {
                assertThat(image.description().platform()).isEqualTo("linux/amd64");
            }
            assertThat(server.seen())
                    .extracting(TestServer.Seen::path)
                    .containsExactly("/v2/app/manifests/1", "/v2/app/blobs/" + digest);
        }
    }
}
