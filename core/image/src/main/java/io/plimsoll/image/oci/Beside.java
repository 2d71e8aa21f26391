package io.plimsoll.image.oci;

import io.plimsoll.model.Digest;
import java.util.List;

/// Sorts of documents that lie beside an image, by the names and media types that they have.
enum Beside {
    SIGNATURES,

    /// In-toto statements, bare or in an envelope.
    STATEMENTS;

    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle";

    /// The annotation by which cosign tells apart what it saves to a layout.
    private static final String KIND = "kind";

    private static final List<String> KINDS =
            List.of("dev.cosignproject.cosign/sigs", "dev.cosignproject.cosign/atts");

    private static final String TAG = "(?:.*:)?sha(?:256|512)-[0-9a-f]{64,128}\\.(?:sig|att|sbom)";

    /// A media type that one of these may have.
    String mediaType() {
        return BUNDLE;
    }

    /// Whether a document may be one of these; also the type of an artifact of such documents.
    boolean takes(String mediaType) {
        boolean only =
                switch (this) {
                    case SIGNATURES ->
                            mediaType.equals("application/vnd.dev.cosign.simplesigning.v1+json");
                    case STATEMENTS ->
                            mediaType.startsWith("application/vnd.in-toto")
                                    || mediaType.startsWith("application/vnd.dsse.envelope");
                };
        return only || mediaType.startsWith(BUNDLE);
    }

    /// The tag that those about a manifest have.
    String tag(Digest subject) {
        String name = subject.algorithm() + "-" + subject.hex();
        return switch (this) {
            case SIGNATURES -> name + ".sig";
            case STATEMENTS -> name + ".att";
        };
    }

    /// Each image of a layout is asked this: most names are told by their end.
    static boolean isTag(String name) {
        boolean mayBe = name.endsWith(".sig") || name.endsWith(".att") || name.endsWith(".sbom");
        return mayBe && name.matches(TAG);
    }

    /// Whether what a descriptor leads to is no image but something about one.
    static boolean is(Descriptor descriptor) {
        String type = descriptor.artifactType();
        boolean byType =
                !type.isEmpty()
                        && (type.startsWith("application/vnd.dev.cosign.")
                                || SIGNATURES.takes(type)
                                || STATEMENTS.takes(type));
        return byType
                || KINDS.contains(descriptor.annotations().getOrDefault(KIND, ""))
                || isTag(descriptor.refName());
    }
}
