package io.plimsoll.catalog.java;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one file and the archives inside it. Serves one file.
final class ArchiveWalk {
    /// The main section of the largest manifests, of bundles with thousands of packages, stays below
    /// 1 MiB.
    private static final int MOST_MANIFEST = 4 * 1024 * 1024;

    private final CatalogFile file;
    private final ProblemList problems;
    private final Expansion expansion;
    private final Identification identification = new Identification(KnownArtifacts.shipped());
    private final List<PackageRecord> packages = new ArrayList<>();

    ArchiveWalk(CatalogFile file) {
        this.file = file;
        this.problems = new ProblemList(file.path(), "java");
        this.expansion = new Expansion(file.size(), file.limits());
    }

    Catalog read() throws IOException, InterruptedException {
        if (file.size() == 0) {
            problems.add(ProblemKind.TRUNCATED, "byte 0: an empty file, not a zip archive");
            return Catalog.of(packages, problems.toList());
        }
        try {
            ZipBytes bytes = new ZipBytes(file.bytes());
            read(bytes, file.path(), ImagePath.name(file.path()), 0);
        } catch (LimitExceededException e) {
            problems.limit(e.limit(), file.limits(), "the whole file");
        }
        return Catalog.of(packages, problems.toList());
    }

    /// Reads one archive.
    ///
    /// @param depth archives around it
    private void read(ZipBytes bytes, String path, String name, int depth)
            throws InterruptedException {
        ArchiveProblems here = new ArchiveProblems(problems, path, file.limits());
        Optional<EntryTable> found = table(bytes, here);
        if (found.isEmpty()) {
            return;
        }
        EntryTable table = found.get();
        if (table.encrypted() > 0) {
            String reason = table.encrypted() + " of " + table.count() + " entries are encrypted";
            here.add(ProblemKind.ENCRYPTED, 0, reason);
        }
        EntryReader reader = new EntryReader(bytes, expansion, here);
        if (!identify(table, reader, here, name)) {
            return;
        }
        for (ZipEntry nested : apart(table.archives(), here)) {
            nested(nested, reader, here, depth + 1);
        }
    }

    /// The table by the central directory; where that is missing or broken, by the local headers;
    /// nothing where there are none either.
    private Optional<EntryTable> table(ZipBytes bytes, ArchiveProblems here)
            throws InterruptedException {
        Optional<CentralDirectory> directory = CentralDirectory.find(bytes);
        if (directory.isPresent()) {
            EntryTable table = new EntryTable(expansion, here);
            try {
                directory.get().read(table);
                return Optional.of(table);
            } catch (BrokenZipException e) {
                here.malformed(e.reason());
            }
        }
        EntryTable table = new EntryTable(expansion, here);
        new LocalHeaders(bytes, here).read(table);
        if (table.count() == 0) {
            here.add(ProblemKind.MALFORMED, 0, "no entry and no directory of a zip archive");
            return Optional.empty();
        }
        if (directory.isEmpty()) {
            here.add(ProblemKind.TRUNCATED, bytes.size(), "no central directory of the archive");
        }
        return Optional.of(table);
    }

    /// Adds the packages that the archive is and holds besides nested archives.
    ///
    /// @return whether a limit allowed all of them
    private boolean identify(
            EntryTable table, EntryReader reader, ArchiveProblems here, String name)
            throws InterruptedException {
        Manifest manifest = Manifest.EMPTY;
        if (!table.manifests().isEmpty()) {
            manifest =
                    Manifest.parse(reader.beginning(table.manifests().getFirst(), MOST_MANIFEST));
        }
        List<Coordinates> poms = new PomFiles(reader, here).read(apart(table.poms(), here));
        ArchiveFacts facts =
                new ArchiveFacts(here.path(), FileName.of(name), manifest, table.classes(), poms);
        for (PackageRecord found : identification.packages(facts)) {
            if (!expansion.takePackage(here)
                    || !expansion.takePath(found.evidence().path(), here)) {
                return false;
            }
            packages.add(found);
        }
        return true;
    }

    private void nested(ZipEntry entry, EntryReader reader, ArchiveProblems here, int depth)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        String path = reader.path(entry);
        if (path.length() > file.limits().of(Limit.PATH_LENGTH)) {
            here.limit(Limit.PATH_LENGTH, "byte " + entry.header().position());
            return;
        }
        if (depth > file.limits().of(Limit.NESTING)) {
            here.at(path).limit(Limit.NESTING, "byte 0");
            return;
        }
        Optional<ZipBytes> content = reader.open(entry);
        if (content.isEmpty()) {
            return;
        }
        if (content.get().size() == 0) {
            here.at(path).add(ProblemKind.TRUNCATED, 0, "an empty file, not a zip archive");
        } else {
            read(content.get(), path, entry.lastName(), depth);
        }
        reader.close(entry, content.get());
    }

    /// The entries that share no bytes with the one before. Entries that overlap multiply what an
    /// archive expands to.
    private static List<ZipEntry> apart(List<ZipEntry> entries, ArchiveProblems here) {
        List<ZipEntry> apart = new ArrayList<>();
        long end = 0;
        long first = 0;
        for (ZipEntry entry : entries) {
            ZipHeader header = entry.header();
            if (header.position() < end) {
                first = first == 0 ? header.position() : first;
            } else {
                apart.add(entry);
                long length = Math.max(0, header.compressedSize()) + ZipHeader.LOCAL_LENGTH;
                end = header.position() + Math.min(length, Long.MAX_VALUE / 2);
            }
        }
        if (apart.size() < entries.size()) {
            int count = entries.size() - apart.size();
            here.add(
                    ProblemKind.MALFORMED,
                    first,
                    count + " entries overlap the one before and were not read");
        }
        return apart;
    }
}
