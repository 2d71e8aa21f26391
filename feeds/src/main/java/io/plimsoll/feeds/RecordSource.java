package io.plimsoll.feeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Walks the JSON documents of a feed's folder: single files, and those inside zip archives, in the
/// order of their names.
final class RecordSource {
    private RecordSource() {}

    /// Takes one document. It need not read it to the end.
    interface Sink {
        void document(String name, InputStream content) throws IOException;
    }

    /// The files directly in a folder and below it, sorted.
    static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// Every `.json` below a folder, and every one inside its `.zip` files.
    static void json(Path folder, Sink sink) throws IOException {
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".zip")) {
                zip(file, entry -> entry.endsWith(".json"), sink);
            } else if (name.endsWith(".json") || name.endsWith(".json.gz")) {
                try (InputStream in = open(file)) {
                    sink.document(file.toString(), in);
                }
            }
        }
    }

    /// A file's content, without its gzip where its name ends so.
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 64 * 1024) : in;
    }

    /// Every file inside the `.zip` files of a folder that is wanted by its name.
    static void zipped(Path folder, Predicate<String> wanted, Sink sink) throws IOException {
        for (Path file : files(folder)) {
            if (file.getFileName().toString().endsWith(".zip")) {
                zip(file, wanted, sink);
            }
        }
    }

    private static void zip(Path file, Predicate<String> wanted, Sink sink) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    sink.document(file + "!/" + entry.getName(), new Unclosed(zip));
                }
            }
        }
    }

    /// Keeps the archive open when one document of it is closed.
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
