package io.plimsoll.catalog.java;

import io.plimsoll.model.Limit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What matters of an archive's entries: how many there are, the Java packages of its classes, and
/// the entries whose content is read. All others leave no trace, so that a table of millions costs
/// no memory.
final class EntryTable {
    private static final byte[] CLASS = ".class".getBytes(StandardCharsets.US_ASCII);
    private static final String MANIFEST = "meta-inf/manifest.mf";
    private static final String MAVEN = "META-INF/maven/";

    private final Expansion expansion;
    private final ArchiveProblems problems;
    private final ClassPackages classes = new ClassPackages();
    private final List<ZipEntry> archives = new ArrayList<>();
    private final List<ZipEntry> poms = new ArrayList<>();
    private final List<ZipEntry> manifests = new ArrayList<>();
    private long count;
    private long encrypted;
    private boolean full;

    EntryTable(Expansion expansion, ArchiveProblems problems) {
        this.expansion = expansion;
        this.problems = problems;
    }

    /// Adds an entry.
    ///
    /// @param name UTF-8 (APPNOTE.TXT, appendix D); the other code pages agree with it on the names
    ///     that matter
    void add(byte[] name, int length, ZipHeader header) {
        if (count == problems.limits().of(Limit.ENTRIES)) {
            problems.limit(Limit.ENTRIES, "byte " + header.position());
            full = true;
            return;
        }
        count++;
        if (header.isEncrypted()) {
            encrypted++;
        }
        if (endsWith(name, length, CLASS)) {
            classes.add(name, length);
        } else if (mayMatter(name, length)) {
            sort(new ZipEntry(new String(name, 0, length, StandardCharsets.UTF_8), header));
        }
    }

    /// Whether a limit was met: the rest of the table is not read.
    boolean isFull() {
        return full;
    }

    long count() {
        return count;
    }

    /// Entries whose content is encrypted.
    long encrypted() {
        return encrypted;
    }

    ClassPackages classes() {
        return classes;
    }

    /// Archives inside, in the order of the file.
    List<ZipEntry> archives() {
        return inOrder(archives);
    }

    /// `pom.properties` and `pom.xml` below `META-INF/maven`, in the order of the file.
    List<ZipEntry> poms() {
        return inOrder(poms);
    }

    List<ZipEntry> manifests() {
        return inOrder(manifests);
    }

    private void sort(ZipEntry entry) {
        String name = entry.name();
        if (name.endsWith("/pom.properties") || name.endsWith("/pom.xml")) {
            if (name.contains(MAVEN)) {
                keep(poms, entry);
            }
        } else if (name.toLowerCase(Locale.ROOT).equals(MANIFEST)) {
            keep(manifests, entry);
        } else if (ArchiveNames.isArchive(entry.lastName())) {
            keep(archives, entry);
        }
    }

    private void keep(List<ZipEntry> list, ZipEntry entry) {
        if (expansion.takeName(entry.name(), problems)) {
            list.add(entry);
        } else {
            full = true;
        }
    }

    /// A cheap look at the last byte: most entries are classes and resources.
    private static boolean mayMatter(byte[] name, int length) {
        if (length == 0) {
            return false;
        }
        return switch (name[length - 1]) {
            case 'r', 'R', 'i', 'I', 'g', 'G', 's', 'l', 'f', 'F' -> true;
            default -> false;
        };
    }

    private static boolean endsWith(byte[] name, int length, byte[] end) {
        int at = length - end.length;
        for (int i = 0; i < end.length; i++) {
            if (at < 0 || name[at + i] != end[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<ZipEntry> inOrder(List<ZipEntry> entries) {
        entries.sort(Comparator.comparingLong(entry -> entry.header().position()));
        return List.copyOf(entries);
    }
}
