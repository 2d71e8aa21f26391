package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The text of `index.json.sig`: a line that names the format, then a line for each signature, with
/// the id of its key and the 64 bytes of the signature in base64.
///
/// The layout stands in `docs/advisory-store.md`; the signature is Ed25519, RFC 8032.
final class SignatureFile {
    /// Bytes that it may have.
    static final int MAX_SIZE = 16 * 1024;

    private static final String HEAD = "plimsoll-signature/1";
    private static final int MOST_LINES = 32;
    private static final int SIGNATURE_SIZE = 64;

    private SignatureFile() {}

    /// One signature.
    static final class Line {
        private final String key;
        private final byte[] signature;

        Line(String key, byte[] signature) {
            this.key = key;
            this.signature = signature.clone();
        }

        /// The id of the key.
        String key() {
            return key;
        }

        byte[] signature() {
            return signature.clone();
        }
    }

    static byte[] write(Line line) {
        String text =
                HEAD
                        + "\n"
                        + line.key()
                        + " "
                        + Base64.getEncoder().encodeToString(line.signature())
                        + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// @param where names the file in errors
    /// @throws AdvisoryStoreException if the bytes are no such text
    static List<Line> read(byte[] bytes, String where) throws AdvisoryStoreException {
        List<String> lines =
                new String(bytes, StandardCharsets.US_ASCII).lines().limit(MOST_LINES).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw malformed(where, "it does not begin with '" + HEAD + "'");
        }
        List<Line> all = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            try {
                String key = line.substring(0, Math.max(space, 0));
                byte[] signature = Base64.getDecoder().decode(line.substring(space + 1));
                if (HexFormat.of().parseHex(key).length != TrustedKeys.ID_SIZE
                        || signature.length != SIGNATURE_SIZE) {
                    throw malformed(where, "a line is no key and signature");
                }
                all.add(new Line(key, signature));
            } catch (IllegalArgumentException broken) {
                throw malformed(where, "a line is no key and signature");
            }
        }
        return all;
    }

    private static AdvisoryStoreException malformed(String where, String what) {
        return new AdvisoryStoreException(where + " is no signature: " + what);
    }
}
