package io.plimsoll.feeds;

import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.feeds.FetchResult.Fingerprint;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonValue;
import io.plimsoll.net.Proxies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// Keeps a local copy of feeds that lie on a web server in their own layouts. What has not changed
/// is not fetched again; what could not be fetched stays as it was.
public final class FeedMirror {
    /// Ecosystems whose advisories are asked for where the server has no `osv/ecosystems.txt`.
    private static final List<String> ECOSYSTEMS =
            List.of(
                    "AlmaLinux",
                    "Alpine",
                    "Bitnami",
                    "Chainguard",
                    "crates.io",
                    "Debian",
                    "Go",
                    "Hex",
                    "Maven",
                    "npm",
                    "NuGet",
                    "openSUSE",
                    "Packagist",
                    "PyPI",
                    "Red Hat",
                    "Rocky Linux",
                    "RubyGems",
                    "SUSE",
                    "Ubuntu",
                    "Wolfi");

    private static final int FIRST_NVD_YEAR = 1999;

    /// Of the folders of files: `osv/NAME/`.
    private static final int DEPTH = 2;

    private static final String FINGERPRINTS = ".fingerprints";

    private final Path folder;
    private final int thisYear;
    private final Proxies proxies;

    /// What a run did.
    ///
    /// @param fetched files that came anew
    /// @param unchanged files that were as before
    /// @param absent files that the server does not have
    /// @param bytes size of the files that came
    /// @param failures of feeds whose server did not answer, and whose copy stays as it was
    public record Result(
            int fetched, int unchanged, int absent, long bytes, List<String> failures) {}

    /// @param folder where the copy lies
    /// @param thisYear the last year that NVD may have a feed for
    /// @param proxies by which the server is reached
    public FeedMirror(Path folder, int thisYear, Proxies proxies) {
        this.folder = folder;
        this.thisYear = thisYear;
        this.proxies = proxies;
    }

    /// Brings the copy up to date.
    ///
    /// @throws IOException if the one server of all feeds, or each of several, cannot be reached or
    ///     answers with an error; files that came before that are kept
    public Result update(FeedPlaces places) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Properties known = load();
        store(known);
        sweep();
        int[] counts = new int[3];
        long bytes = 0;
        List<IOException> failures = new ArrayList<>();
        try (HttpFeeds feeds = new HttpFeeds(places, proxies)) {
            for (String name : FeedPlaces.NAMES) {
                try {
                    bytes += update(name, feeds, known, counts);
                } catch (IOException unreachable) {
                    failures.add(unreachable);
                    if (places.together() || failures.size() == FeedPlaces.NAMES.size()) {
                        throw unreachable;
                    }
                }
            }
        } finally {
            store(known);
        }
        return new Result(
                counts[0],
                counts[1],
                counts[2],
                bytes,
                failures.stream().map(failure -> String.valueOf(failure.getMessage())).toList());
    }

    private long update(String name, HttpFeeds feeds, Properties known, int[] counts)
            throws IOException, InterruptedException {
        long bytes = 0;
        for (String path : paths(name, feeds, known)) {
            bytes += fetch(feeds, path, known, counts);
        }
        return bytes;
    }

    /// Deletes what killed runs left. The time is the file system's own: that of a file written just now.
    private void sweep() throws IOException {
        Instant now = Files.getLastModifiedTime(folder.resolve(FINGERPRINTS)).toInstant();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                AtomicFile.sweep(each, now);
            }
        }
    }

    private List<String> paths(String feed, HttpFeeds feeds, Properties known)
            throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        switch (feed) {
            case "osv" ->
                    ecosystems(feeds, known).forEach(each -> paths.add("osv/" + each + "/all.zip"));
            case "nvd" -> {
                for (int year = FIRST_NVD_YEAR; year <= thisYear; year++) {
                    paths.add("nvd/nvdcve-2.0-" + year + ".json.gz");
                }
            }
            case "kev" -> paths.add("kev/known_exploited_vulnerabilities.json");
            case "epss" -> paths.add("epss/epss_scores-current.csv.gz");
            case "eol" ->
                    products(feeds, known).forEach(each -> paths.add("eol/" + each + ".json"));
            case "official-images" -> {
                paths.add("official-images/library.tsv");
                paths.add("official-images/master.zip");
            }
            default -> throw new IllegalArgumentException("'" + feed + "' is no feed");
        }
        return paths;
    }

    private List<String> ecosystems(HttpFeeds feeds, Properties known)
            throws IOException, InterruptedException {
        String list = "osv/ecosystems.txt";
        fetch(feeds, list, known, new int[3]);
        Path file = folder.resolve(list);
        if (!Files.exists(file)) {
            return ECOSYSTEMS;
        }
        // A release is part of its ecosystem's archive: `Debian:12` lies in `Debian`.
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.indexOf(':') < 0)
                .filter(FeedMirror::isPlain)
                .sorted()
                .toList();
    }

    /// The products that the server lists: in `_index.json`, or in `all.json` as the public API has
    /// it.
    private List<String> products(HttpFeeds feeds, Properties known)
            throws IOException, InterruptedException {
        for (String list : List.of("eol/_index.json", "eol/all.json")) {
            fetch(feeds, list, known, new int[3]);
            Path file = folder.resolve(list);
            if (Files.exists(file)) {
                return products(file);
            }
        }
        return List.of();
    }

    private static List<String> products(Path file) throws IOException {
        try {
            JsonValue root = Json.parse(Files.readAllBytes(file));
            if (!(root instanceof JsonArray array)) {
                return List.of();
            }
            return array.values().stream()
                    .map(each ->
                            each.asText().isEmpty()
                                    ? each.asObject().text("product")
                                    : each.asText())
                    .filter(FeedMirror::isPlain)
                    .sorted()
                    .toList();
        } catch (JsonFormatException broken) {
            throw new IOException(file + ": " + broken.getMessage(), broken);
        }
    }

    /// Whether a name from the server may become a file's name here.
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && name.chars()
                        .allMatch(c ->
                                c == ' '
                                        || c == '.'
                                        || c == '-'
                                        || c == '_'
                                        || Character.isLetterOrDigit(c));
    }

    private long fetch(HttpFeeds feeds, String path, Properties known, int[] counts)
            throws IOException, InterruptedException {
        Path file = folder.resolve(path);
        Fingerprint fingerprint = Files.exists(file) ? fingerprint(known, path) : Fingerprint.NONE;
        switch (feeds.fetch(path, fingerprint)) {
            case FetchResult.Content content -> {
                counts[0]++;
                long size = save(content.stream(), file);
                known.setProperty(path + "#etag", content.fingerprint().etag());
                known.setProperty(path + "#modified", content.fingerprint().lastModified());
                return size;
            }
            case FetchResult.Unchanged unchanged -> counts[1]++;
            case FetchResult.Absent absent -> counts[2]++;
        }
        return 0;
    }

    private static Fingerprint fingerprint(Properties known, String path) {
        return new Fingerprint(
                known.getProperty(path + "#etag", ""), known.getProperty(path + "#modified", ""));
    }

    private static long save(InputStream content, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (InputStream in = content) {
            AtomicFile.write(file, in::transferTo);
        }
        return Files.size(file);
    }

    private Properties load() throws IOException {
        Properties known = new Properties();
        Path file = folder.resolve(FINGERPRINTS);
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                known.load(in);
            }
        }
        return known;
    }

    private void store(Properties known) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        known.store(bytes, "what the server said of each file");
        save(new java.io.ByteArrayInputStream(bytes.toByteArray()), folder.resolve(FINGERPRINTS));
    }
}
