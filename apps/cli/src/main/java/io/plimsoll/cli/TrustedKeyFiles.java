package io.plimsoll.cli;

import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.net.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Public keys of images' signers in files that a user names.
final class TrustedKeyFiles {
    private TrustedKeyFiles() {}

    /// @throws IllegalArgumentException if a file holds no key that can be used
    static List<TrustedKey> read(List<String> files) {
        List<TrustedKey> keys = new ArrayList<>();
        for (String file : files) {
            try {
                keys.addAll(TrustedKey.read(Path.of(file)));
            } catch (UnusableFileException unusable) {
                throw new IllegalArgumentException(unusable.getMessage(), unusable);
            }
        }
        return keys;
    }
}
