package io.plimsoll.acceptance;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.Publisher;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.RegistryOptions;
import io.plimsoll.testkit.AttestedImages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Images that cosign signed, with all that lay beside them in their registry.
final class SignedImages {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private SignedImages() {}

    /// Puts a layout of the collection into a repository, with its tags.
    ///
    /// @param name of the archive, without `.tar`
    static void push(String name, String host, String repository) throws Exception {
        Map<String, byte[]> members = AttestedImages.members(name + ".tar");
        RegistryOptions options = RegistryOptions.of(Map.of()).withPlainHttp(Set.of(host));
        try (RegistryClient client =
                new RegistryClient(options, Patience.standard(), ignored -> {})) {
            Publisher publisher = client.publisher(ImageReference.parse(host + "/" + repository));
            List<String> indexes = new ArrayList<>();
            List<String> manifests = new ArrayList<>();
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                if (!member.getKey().startsWith("blobs/")) {
                    continue;
                }
                String digest = member.getKey().substring("blobs/".length()).replace('/', ':');
                publisher.blob(Digest.parse(digest), member.getValue());
                String text = new String(member.getValue(), StandardCharsets.UTF_8);
                if (text.startsWith("{") && text.contains("\"schemaVersion\"")) {
                    (text.contains("\"manifests\"") ? indexes : manifests).add(digest);
                }
            }
            for (String each : manifests) {
                publisher.manifest(each, MANIFEST, blob(members, each));
            }
            for (String each : indexes) {
                publisher.manifest(each, INDEX, blob(members, each));
            }
            for (JsonObject each : tags(members)) {
                publisher.manifest(
                        each.object("annotations").text("org.opencontainers.image.ref.name"),
                        each.text("mediaType"),
                        blob(members, each.text("digest")));
            }
        }
    }

    private static List<JsonObject> tags(Map<String, byte[]> members) throws Exception {
        byte[] index = members.getOrDefault("index.json", new byte[0]);
        return Json.parse(index).asObject().objects("manifests");
    }

    private static byte[] blob(Map<String, byte[]> members, String digest) {
        return members.getOrDefault("blobs/" + digest.replace(':', '/'), new byte[0]);
    }
}
