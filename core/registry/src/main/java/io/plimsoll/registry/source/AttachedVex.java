package io.plimsoll.registry.source;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.RegistryOptions;
import io.plimsoll.registry.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// VEX documents that lie in a registry beside an image and refer to it.
///
/// Source: OCI distribution specification 1.1, "Listing Referrers"; OCI image specification 1.1,
/// "Guidelines for Artifact Usage".
public final class AttachedVex {
    private static final Set<String> TYPES =
            Set.of(
                    "application/vnd.openvex+json",
                    "application/openvex+json",
                    "application/csaf+json",
                    "application/vnd.csaf+json",
                    "application/vnd.oasis.csaf+json",
                    "application/vnd.cyclonedx+json");

    private static final int MOST = 100;
    private static final int DEPTH = 50;
    private static final long MAX_TOKENS = 1_000_000;
    private static final long MIB = 1024 * 1024;
    private static final long LONGEST_MANIFEST = 4 * MIB;
    private static final long LONGEST_DOCUMENT = 128 * MIB;

    private final RegistryOptions registry;
    private final Patience patience;
    private final Consumer<String> notice;

    /// Reads with one set of options.
    ///
    /// @param notice told what a user should know, such as a mirror that is left out
    public AttachedVex(RegistryOptions registry, Patience patience, Consumer<String> notice) {
        this.registry = registry;
        this.patience = patience;
        this.notice = notice;
    }

    /// Hands on each document that refers to one of some manifests, verified, with its digest.
    ///
    /// @param reference any name in the repository
    /// @param subjects digests of manifests and indexes
    /// @throws IllegalArgumentException if the text is no reference
    /// @throws IOException if the registry does not give what it lists, or gives something else
    public void read(String reference, List<Digest> subjects, BiConsumer<Digest, byte[]> document)
            throws IOException, InterruptedException {
        try (RegistryClient client = new RegistryClient(registry, patience, notice)) {
            Repository repository = client.repository(ImageReference.parse(reference));
            Set<Digest> manifests = new LinkedHashSet<>();
            for (Digest subject : subjects) {
                Optional<byte[]> list = repository.referrers(subject, LONGEST_MANIFEST);
                if (list.isPresent()) {
                    JsonObject index = parsed(list.get(), "the list of referrers", repository);
                    index.objects("manifests").stream()
                            .filter(AttachedVex::mayBeVex)
                            .limit(MOST)
                            .flatMap(each -> Digest.tryParse(each.text("digest")).stream())
                            .forEach(manifests::add);
                }
            }
            for (Digest manifest : manifests) {
                byte[] bytes = repository.manifest(manifest.toString(), LONGEST_MANIFEST).bytes();
                documents(parsed(bytes, manifest.toString(), repository), repository, document);
            }
        }
    }

    /// A registry need not say the type of an artifact in its list: then the manifest does.
    private static boolean mayBeVex(JsonObject descriptor) {
        String type = descriptor.text("artifactType");
        return type.isEmpty() || TYPES.contains(type);
    }

    private static void documents(
            JsonObject manifest, Repository repository, BiConsumer<Digest, byte[]> document)
            throws IOException, InterruptedException {
        for (JsonObject layer : manifest.objects("layers")) {
            Optional<Digest> digest = Digest.tryParse(layer.text("digest"));
            if (digest.isPresent() && TYPES.contains(layer.text("mediaType"))) {
                document.accept(digest.get(), blob(digest.get(), size(layer), repository));
            }
        }
    }

    private static long size(JsonObject layer) throws IOException {
        String text = layer.text("size");
        boolean isNumber = text.length() < 19 && text.matches("[0-9]+");
        long size = isNumber ? Long.parseLong(text) : Long.MAX_VALUE;
        if (size > LONGEST_DOCUMENT) {
            throw new IOException(
                    "a VEX document has '"
                            + text
                            + "' bytes; at most "
                            + LONGEST_DOCUMENT
                            + " are read");
        }
        return size;
    }

    private static byte[] blob(Digest digest, long size, Repository repository)
            throws IOException, InterruptedException {
        try (InputStream in = repository.blob(digest, size)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(size + 1));
            if (bytes.length != size || !digest.hex().equals(hash(bytes, digest.algorithm()))) {
                throw new IOException(
                        repository.name() + " sends another content for the blob '" + digest + "'");
            }
            return bytes;
        }
    }

    private static String hash(byte[] bytes, String algorithm) {
        try {
            String name = algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
            return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }

    private static JsonObject parsed(byte[] bytes, String what, Repository repository)
            throws IOException {
        try {
            return Json.parse(bytes, DEPTH, MAX_TOKENS).asObject();
        } catch (JsonFormatException broken) {
            throw new IOException(
                    repository.name() + ": " + what + " is no JSON: " + broken.getMessage());
        }
    }
}
