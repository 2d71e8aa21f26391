package io.plimsoll.base.index;

import io.plimsoll.model.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// What a stack of layers is called.
///
/// Source: OCI image specification, `config.md`, section "Layer ChainID".
public final class ChainIds {
    private ChainIds() {}

    /// The name of each beginning of a stack: of the first layer, of the first two …
    ///
    /// @param diffIds oldest first
    public static List<Digest> of(List<Digest> diffIds) {
        List<Digest> chain = new ArrayList<>();
        for (Digest diffId : diffIds) {
            chain.add(chain.isEmpty() ? diffId : sha256(chain.getLast() + " " + diffId));
        }
        return chain;
    }

    private static Digest sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            return Digest.ofSha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
