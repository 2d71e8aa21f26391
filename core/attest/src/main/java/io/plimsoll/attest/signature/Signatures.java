package io.plimsoll.attest.signature;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks signatures by public keys, without a network: cosign's payloads with an annotation, and
/// Sigstore's bundles. Neither a transparency log nor a certificate is looked at.
public final class Signatures {
    /// Reasons that are said where no signature counts.
    private static final int SAID = 5;

    private final List<TrustedKey> keys;
    private final Limits limits;

    /// @param keys any of which is enough
    public Signatures(List<TrustedKey> keys, Limits limits) {
        this.keys = List.copyOf(keys);
        this.limits = limits;
    }

    /// What one document shows.
    private sealed interface Shown {
        record Valid(TrustedKey key, Digest digest, Claim.Signature claim) implements Shown {}

        record Bad(String why) implements Shown {}

        record ByCertificate() implements Shown {}

        record Nothing() implements Shown {}
    }

    /// Whether one of the documents is a signature of one of the subjects by one of the keys. A
    /// document that is broken, or does not come, hinders no other.
    ///
    /// @throws IOException if bytes did not come, and no other document is a signature
    public SignatureCheck check(List<? extends SignatureDocument> documents, Subjects subjects)
            throws IOException {
        SortedSet<String> reasons = new TreeSet<>();
        boolean byCertificate = false;
        List<IOException> failures = new ArrayList<>();
        for (SignatureDocument document : documents) {
            switch (shown(document, subjects, failures)) {
                case Shown.Valid(var key, var digest, var claim) -> {
                    return new SignatureCheck.Signed(key.name(), digest, claim.claims());
                }
                case Shown.Bad(String why) -> reasons.add(why);
                case Shown.ByCertificate certificate -> byCertificate = true;
                case Shown.Nothing nothing -> {}
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        if (!reasons.isEmpty()) {
            return new SignatureCheck.Invalid(joined(reasons));
        }
        return byCertificate
                ? new SignatureCheck.NotChecked(
                        "it is signed by a certificate (\"keyless\"), and only signatures by keys are"
                                + " checked; `cosign verify` checks those")
                : new SignatureCheck.NotSigned();
    }

    private static String joined(SortedSet<String> reasons) {
        String first = reasons.stream().limit(SAID).collect(Collectors.joining("; "));
        int more = reasons.size() - SAID;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    /// @param failures takes what did not come
    private Shown shown(SignatureDocument document, Subjects subjects, List<IOException> failures)
            throws InterruptedIOException {
        try {
            return switch (claim(document, subjects)) {
                case Claim.Signature signature -> shown(signature);
                case Claim.ByCertificate certificate -> new Shown.ByCertificate();
                case Claim.Other other -> new Shown.Nothing();
            };
        } catch (AttestationFormatException broken) {
            return new Shown.Bad("a signature " + broken.getMessage());
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException missing) {
            failures.add(missing);
            return new Shown.Nothing();
        }
    }

    private Claim claim(SignatureDocument document, Subjects subjects) throws IOException {
        if (document.mediaType().equals(SimpleSigning.MEDIA_TYPE)) {
            return SimpleSigning.read(document.bytes(), document.annotations(), subjects, limits);
        }
        return Bundle.isBundle(document.mediaType())
                ? Bundle.read(document.bytes(), subjects, limits)
                : new Claim.Other();
    }

    private Shown shown(Claim.Signature claim) {
        if (claim.isOfAnother()) {
            return new Shown.Bad("a signature is of another image");
        }
        for (TrustedKey key : keys) {
            Optional<Digest> signed = claim.signedBy(key);
            if (signed.isPresent()) {
                return new Shown.Valid(key, signed.get(), claim);
            }
        }
        return new Shown.Bad(
                "a signature is by none of the keys, or of something that was altered since");
    }
}
