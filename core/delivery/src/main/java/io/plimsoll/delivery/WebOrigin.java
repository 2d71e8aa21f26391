package io.plimsoll.delivery;

import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.model.Digest;
import io.plimsoll.registry.RegistryException;
import io.plimsoll.registry.WebFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A store in a folder of a web server.
public final class WebOrigin implements StoreOrigin {
    private final WebFolder folder;

    /// @param folder closed with the client that made it
    public WebOrigin(WebFolder folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.name();
    }

    @Override
    public Optional<byte[]> signature(int most) throws IOException, InterruptedException {
        try {
            return Optional.of(folder.small(StoreIndex.SIGNATURE_FILE_NAME, most));
        } catch (RegistryException failed) {
            if (failed.reason() == RegistryException.Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    @Override
    public byte[] index(int most) throws IOException, InterruptedException {
        return folder.small(StoreIndex.FILE_NAME, most);
    }

    @Override
    public InputStream file(String fileName, Digest digest, long size)
            throws IOException, InterruptedException {
        return folder.file(fileName, size);
    }
}
