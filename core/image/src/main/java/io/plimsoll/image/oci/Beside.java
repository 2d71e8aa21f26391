package io.plimsoll.image.oci;

import io.plimsoll.model.Digest;
import java.util.regex.Pattern;

/// Names and media types of what lies beside an image and is none itself.
final class Beside {
    /// The annotation by which cosign tells apart what it saves to a layout.
    static final String KIND = "kind";

    static final String KIND_SIGNATURES = "dev.cosignproject.cosign/sigs";
    static final String KIND_ATTESTATIONS = "dev.cosignproject.cosign/atts";

    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.";
    private static final String BUNDLE_OLD = "application/vnd.dev.sigstore.bundle+json";
    private static final String SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
    private static final String COSIGN = "application/vnd.dev.cosign.";

    private static final Pattern TAG =
            Pattern.compile("(?:.*:)?sha(?:256|512)-[0-9a-f]{64,128}\\.(?:sig|att|sbom)");

    private Beside() {}

    /// The tag that signatures of a manifest have.
    static String signatureTag(Digest subject) {
        return subject.algorithm() + "-" + subject.hex() + ".sig";
    }

    static boolean isSignatureTag(String name) {
        return TAG.matcher(name).matches();
    }

    /// Whether a document may hold a signature; also the type of an artifact of such documents.
    static boolean isSignature(String mediaType) {
        return mediaType.equals(SIMPLE_SIGNING)
                || mediaType.startsWith(BUNDLE)
                || mediaType.startsWith(BUNDLE_OLD);
    }

    static boolean isStatement(String mediaType) {
        return mediaType.startsWith("application/vnd.in-toto")
                || mediaType.startsWith("application/vnd.dsse.envelope");
    }

    /// Whether what a descriptor leads to is no image but something about one.
    static boolean is(Descriptor descriptor) {
        String kind = descriptor.annotations().getOrDefault(KIND, "");
        String type = descriptor.artifactType();
        return kind.equals(KIND_SIGNATURES)
                || kind.equals(KIND_ATTESTATIONS)
                || type.startsWith(COSIGN)
                || isSignature(type)
                || isStatement(type)
                || isSignatureTag(descriptor.refName());
    }
}
