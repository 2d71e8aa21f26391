package io.plimsoll.advisory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A store as files: checked, packed into one file, unpacked from it.
public final class StoreFiles {
    /// No segment comes near it; what is larger in an archive is no segment of ours.
    private static final int MAX_FILE = 512 * 1024 * 1024;

    private static final List<String> INDEX_FILES =
            List.of(StoreIndex.FILE_NAME, StoreIndex.SIGNATURE_FILE_NAME);

    private StoreFiles() {}

    /// What is wrong with a store; empty where every segment is there, has the digest that the index
    /// states and can be read to its end.
    ///
    /// @throws AdvisoryStoreException if there is no index
    public static List<String> verify(Path folder) throws IOException {
        List<String> faults = new ArrayList<>();
        StoreIndex index = AdvisoryStore.readIndex(folder);
        for (SegmentInfo segment : index.segments()) {
            try {
                byte[] bytes = Files.readAllBytes(folder.resolve(segment.fileName()));
                if (!StoreWriter.sha256(bytes).equals(segment.digest())) {
                    faults.add(segment.name() + ": the file does not have the digest of its name");
                }
            } catch (NoSuchFileException missing) {
                faults.add(segment.name() + ": the file is missing");
            }
        }
        if (faults.isEmpty()) {
            readAll(folder, index, faults);
        }
        return faults;
    }

    private static void readAll(Path folder, StoreIndex index, List<String> faults)
            throws IOException {
        try (AdvisoryStore store = AdvisoryStore.open(folder)) {
            for (SegmentInfo info : index.segments()) {
                if (info.kind() != SegmentInfo.Kind.ADVISORIES) {
                    continue;
                }
                AdvisorySegment segment = store.advisories(info);
                int[] counts = new int[2];
                segment.forEachAdvisory(advisory -> counts[0]++);
                segment.forEachPackage((name, all) -> counts[1]++);
                if (counts[0] != info.records() || counts[1] != info.packages()) {
                    faults.add(
                            info.name()
                                    + ": "
                                    + counts[0]
                                    + " advisories of "
                                    + info.records()
                                    + ", "
                                    + counts[1]
                                    + " packages of "
                                    + info.packages());
                }
            }
        } catch (MalformedSegmentException malformed) {
            faults.add(String.valueOf(malformed.getMessage()));
        }
    }

    /// Packs the current set into one zip file. The same set gives the same bytes.
    public static void exportTo(Path folder, Path file) throws IOException {
        StoreIndex index = AdvisoryStore.readIndex(folder);
        AtomicFile.write(
                file,
                out -> {
                    try (ZipOutputStream zip = new ZipOutputStream(out)) {
                        for (String name : INDEX_FILES) {
                            Path path = folder.resolve(name);
                            if (Files.exists(path)) {
                                add(zip, name, Files.readAllBytes(path));
                            }
                        }
                        for (SegmentInfo segment : index.segments()) {
                            Path path = folder.resolve(segment.fileName());
                            add(zip, segment.fileName(), Files.readAllBytes(path));
                        }
                    }
                });
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Takes over the set of an exported file. The index comes into force only when every segment
    /// that it names has been checked and written.
    ///
    /// @throws AdvisoryStoreException if the file is no export, or a digest does not match
    public static StoreIndex importFrom(Path file, Path folder) throws IOException {
        StoreWriter writer = new StoreWriter(folder);
        List<String> written = new ArrayList<>();
        Map<String, byte[]> indexFiles = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = read(zip, entry, file);
                if (INDEX_FILES.contains(entry.getName())) {
                    indexFiles.put(entry.getName(), bytes);
                } else {
                    written.add(writer.writeSegment(bytes).hex() + ".seg");
                }
            }
        } catch (ZipException broken) {
            throw new AdvisoryStoreException(file + " is damaged: " + broken.getMessage(), broken);
        }
        byte[] indexBytes = indexFiles.get(StoreIndex.FILE_NAME);
        if (indexBytes == null) {
            throw new AdvisoryStoreException(
                    file + " is no exported advisory store: it holds no " + StoreIndex.FILE_NAME);
        }
        StoreIndex index = StoreIndex.parse(indexBytes, file + "!/" + StoreIndex.FILE_NAME);
        for (SegmentInfo segment : index.segments()) {
            if (!written.contains(segment.fileName())) {
                throw new AdvisoryStoreException(
                        file
                                + " lacks segment '"
                                + segment.name()
                                + "', or holds it with another digest; the data is as before");
            }
        }
        writer.writeIndex(
                indexBytes, Optional.ofNullable(indexFiles.get(StoreIndex.SIGNATURE_FILE_NAME)));
        return index;
    }

    private static byte[] read(InputStream zip, ZipEntry entry, Path file) throws IOException {
        byte[] bytes = zip.readNBytes(MAX_FILE + 1);
        if (bytes.length > MAX_FILE) {
            throw new AdvisoryStoreException(
                    file + "!/" + entry.getName() + " is too large to be a segment");
        }
        return bytes;
    }
}
