package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.advisory.MalformedSegmentException;
import io.plimsoll.advisory.PatchInfo;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.SegmentPatch;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings a store to the state of another place.
///
/// The index comes first and is verified; then what is lacking, by patches where they are smaller;
/// the index gets its name last. Whatever breaks on the way, the old set is in use, and what has come
/// need not come again.
public final class StoreUpdate {
    private final StoreOrigin origin;
    private final Path folder;
    private final UpdateRules rules;
    private final Consumer<String> notice;
    private final FileFetch fetch;

    /// What an update did.
    ///
    /// @param index the set in use
    /// @param changed whether another one was in use before
    /// @param kept segments that were here
    /// @param patched segments that were made by patches
    /// @param whole segments that came whole
    /// @param bytes of all files that came
    /// @param key the id of the key that vouches for the index; empty where none was looked at
    public record Result(
            StoreIndex index,
            boolean changed,
            int kept,
            int patched,
            int whole,
            long bytes,
            String key) {}

    /// @param folder of the store
    /// @param notice told what a user should know, such as a patch that did not fit
    public StoreUpdate(
            StoreOrigin origin, Path folder, UpdateRules rules, Consumer<String> notice) {
        this.origin = origin;
        this.folder = folder;
        this.rules = rules;
        this.notice = notice;
        this.fetch = new FileFetch(origin);
    }

    /// Updates the store.
    ///
    /// @param now the time by which old files are cleaned up
    /// @throws AdvisoryStoreException if the index is refused or not all comes; the store is as it
    ///     was
    public Result run(Instant now) throws IOException, InterruptedException {
        try {
            return update(now);
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException failed) {
            throw new AdvisoryStoreException(
                    failed.getMessage()
                            + "; "
                            + (current().isPresent()
                                    ? "the data in use is as before"
                                    : "there is no data yet"),
                    failed);
        }
    }

    private Result update(Instant now) throws IOException, InterruptedException {
        AtomicFile.sweep(folder, now);
        Optional<Current> current = current();
        Optional<byte[]> signature = origin.signature(SignatureFile.MAX_SIZE);
        signature.ifPresent(bytes -> fetch.count(bytes.length));
        if (current.isPresent() && isSame(current.get(), signature)) {
            StoreIndex index = current.get().index();
            String key = verified(current.get().bytes(), signature);
            return new Result(index, false, index.segments().size(), 0, 0, fetch.bytes(), key);
        }
        byte[] bytes = origin.index(StoreIndex.MAX_SIZE);
        fetch.count(bytes.length);
        String key = verified(bytes, signature);
        StoreIndex index = StoreIndex.parse(bytes, origin.name() + " " + StoreIndex.FILE_NAME);
        refuseOlder(index);
        int[] counts = obtain(index);
        new StoreWriter(folder).writeIndex(bytes, signature);
        StoreCleaner.clean(folder, current.map(Current::index).orElse(index), index, now);
        boolean changed = current.isEmpty() || !current.get().index().equals(index);
        return new Result(index, changed, counts[0], counts[1], counts[2], fetch.bytes(), key);
    }

    /// The index in use: its bytes and what they say.
    private static final class Current {
        private final byte[] bytes;
        private final StoreIndex index;

        Current(byte[] bytes, StoreIndex index) {
            this.bytes = bytes;
            this.index = index;
        }

        byte[] bytes() {
            return bytes;
        }

        StoreIndex index() {
            return index;
        }
    }

    /// A damaged index is none: an update is the way to mend it.
    private Optional<Current> current() {
        Path file = folder.resolve(StoreIndex.FILE_NAME);
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(new Current(bytes, StoreIndex.parse(bytes, file.toString())));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// Whether the signature that is there now vouches for the index that is here: then the index
    /// need not come at all.
    private boolean isSame(Current current, Optional<byte[]> signature) throws IOException {
        if (signature.isEmpty() || rules.keys().isEmpty()) {
            return false;
        }
        try {
            verified(current.bytes(), signature);
        } catch (AdvisoryStoreException another) {
            return false;
        }
        for (SegmentInfo segment : current.index().segments()) {
            if (!isHere(segment.digest())) {
                return false;
            }
        }
        return true;
    }

    private String verified(byte[] index, Optional<byte[]> signature)
            throws AdvisoryStoreException {
        if (rules.keys().isEmpty()) {
            return "";
        }
        String where = origin.name() + " " + StoreIndex.FILE_NAME;
        if (signature.isEmpty()) {
            throw new AdvisoryStoreException(
                    where
                            + " is not signed: there is no "
                            + StoreIndex.SIGNATURE_FILE_NAME
                            + "; --insecure-unsigned takes it all the same");
        }
        return rules.keys().get().verify(index, signature.get(), where);
    }

    private void refuseOlder(StoreIndex index) throws AdvisoryStoreException {
        if (rules.notBefore().isPresent() && index.created().isBefore(rules.notBefore().get())) {
            throw new AdvisoryStoreException(
                    origin.name()
                            + " has data of "
                            + index.created()
                            + ", older than what is in use ("
                            + rules.notBefore().get()
                            + "); --allow-older takes it all the same");
        }
    }

    /// @return how many segments were kept, patched and fetched whole
    private int[] obtain(StoreIndex index) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        PatchRoute route = new PatchRoute(index.patches());
        int[] counts = new int[3];
        for (SegmentInfo segment : index.segments()) {
            if (isHere(segment.digest())) {
                counts[0]++;
            } else if (patch(segment, route)) {
                counts[1]++;
            } else {
                fetch.into(folder.resolve(segment.fileName()), segment.digest(), segment.size());
                counts[2]++;
            }
        }
        return counts;
    }

    private boolean patch(SegmentInfo segment, PatchRoute route)
            throws IOException, InterruptedException {
        Optional<List<PatchInfo>> patches =
                route.to(segment.digest(), segment.size(), this::isHereOrFalse);
        if (patches.isEmpty()) {
            return false;
        }
        byte[] made = Files.readAllBytes(file(patches.get().getFirst().from()));
        for (PatchInfo patch : patches.get()) {
            try {
                byte[] bytes = fetch.get(patch.fileName(), patch.digest(), patch.size());
                made = SegmentPatch.apply(made, bytes);
            } catch (InterruptedIOException interrupted) {
                throw interrupted;
            } catch (IOException | MalformedSegmentException unfit) {
                return whole(segment, String.valueOf(unfit.getMessage()));
            }
        }
        if (!StoreWriter.sha256(made).equals(segment.digest())) {
            return whole(segment, "its patches make something else");
        }
        new StoreWriter(folder).writeSegment(made);
        return true;
    }

    private boolean whole(SegmentInfo segment, String why) {
        notice.accept("'" + segment.name() + "' is fetched whole: " + why);
        return false;
    }

    private Path file(Digest digest) {
        return folder.resolve(digest.hex() + ".seg");
    }

    private boolean isHereOrFalse(Digest digest) {
        try {
            return isHere(digest);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Whether a segment is here, and is what its name says.
    private boolean isHere(Digest digest) throws IOException {
        Path file = file(digest);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (StoreWriter.sha256(Files.readAllBytes(file)).equals(digest)) {
            return true;
        }
        Files.delete(file);
        return false;
    }
}
