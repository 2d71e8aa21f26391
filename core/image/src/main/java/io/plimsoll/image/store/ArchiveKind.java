package io.plimsoll.image.store;

import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.image.compress.Compression;
import io.plimsoll.image.compress.Decompressors;
import io.plimsoll.image.memory.SegmentStream;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.tar.TarInput;
import io.plimsoll.image.tar.TarReader;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/// Tells the kind of an archive by its members. `manifest.json` decides, for an archive of Docker 25
/// and later is an OCI layout as well; it may come last.
public final class ArchiveKind implements EntryVisitor {
    private boolean manifest;
    private boolean repositories;
    private boolean index;
    private boolean layout;

    private ArchiveKind() {}

    /// The kind of a file, or nothing where it is no archive of an image.
    ///
    /// @throws IOException if the file could not be opened
    public static Optional<String> of(Path file, Limits limits)
            throws IOException, InterruptedException {
        ArchiveKind kind = new ArchiveKind();
        try (Arena arena = Arena.ofConfined()) {
            kind.scan(MappedFile.map(file, arena), limits, file.toString());
        }
        return kind.result();
    }

    private void scan(MemorySegment file, Limits limits, String where) throws InterruptedException {
        try (InputStream archive = Decompressors.open(new SegmentStream(file), limits, where)) {
            TarInput in =
                    MappedFile.compression(file) == Compression.NONE
                            ? TarInput.of(file)
                            : TarInput.of(archive);
            new TarReader(in, limits, new ProblemLog("archive")).read(this);
        } catch (Found found) {
            return;
        } catch (IOException noArchive) {
            // Not a tar file, or one that is cut short: what was seen until then decides.
            return;
        }
    }

    @Override
    public void entry(LayerEntry entry) throws IOException {
        switch (entry.path()) {
            case "/manifest.json" -> {
                manifest = true;
                throw new Found();
            }
            case "/repositories" -> repositories = true;
            case "/index.json" -> index = true;
            case "/oci-layout" -> layout = true;
            default -> {
                return;
            }
        }
    }

    private Optional<String> result() {
        if (manifest) {
            return Optional.of("docker-archive");
        }
        if (index && layout) {
            return Optional.of("oci-archive");
        }
        return repositories ? Optional.of("docker-archive") : Optional.empty();
    }

    /// Ends the scan early.
    private static final class Found extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
