package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.delivery.SigningKey;
import io.plimsoll.delivery.StoreCleaner;
import io.plimsoll.delivery.StorePatches;
import io.plimsoll.feeds.FeedMirror;
import io.plimsoll.feeds.FeedPlaces;
import io.plimsoll.feeds.StoreBuilder;
import io.plimsoll.model.Printable;
import io.plimsoll.net.Proxies;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll db build`: a store from feeds in their own layouts, in a folder or on a web server.
final class DbBuild {
    private final Console console;
    private final Folders folders;

    DbBuild(Console console) {
        this.console = console;
        this.folders = new Folders(console);
    }

    static CommandSpec spec() {
        CommandSpec spec = Options.command("Builds a store from feeds in their own layouts.");
        spec.addOption(
                Options.value(
                        "DIR|URL",
                        "folder with osv/, nvd/, epss/, kev/, eol/; any may be missing",
                        "--from"));
        spec.addOption(
                Options.value("DIR", "where the store goes (default: the user's own)", "--out"));
        spec.addOption(Options.values("NAME,…", "build these segments only", "--only"));
        spec.addOption(
                Options.value("TIME", "time that the index states (default: now)", "--created"));
        spec.addOption(
                Options.value(
                        "DIR", "the store before, from which patches are to lead", "--previous"));
        spec.addOption(DbPublish.keyOption());
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        String from =
                Options.text(parsed, "--from")
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "--from DIR|URL is needed: where the feeds are"));
        Path out = Options.path(parsed, "--out").orElse(folders.ownStore());
        Instant created =
                Options.text(parsed, "--created").map(Instant::parse).orElseGet(Instant::now);
        return build(source(from, created), from, out, created, parsed);
    }

    /// Builds the store from the publishers' own feeds.
    ///
    /// @param elsewhere `NAME=URL` of feeds that are fetched from somewhere else
    ExitCode ofPublishers(ParseResult parsed, Path out, List<String> elsewhere)
            throws IOException, InterruptedException {
        FeedPlaces places = FeedPlaces.ofPublishers();
        for (String each : elsewhere) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--feed '" + each + "' is not NAME=URL");
            }
            places = places.with(each.substring(0, equals), URI.create(each.substring(equals + 1)));
        }
        Instant created = Instant.now();
        String name = "publishers";
        return build(fetched(name, places, created), "the copy of the feeds", out, created, parsed);
    }

    private ExitCode build(Path source, String from, Path out, Instant created, ParseResult parsed)
            throws IOException {
        Set<String> only = new TreeSet<>();
        Options.texts(parsed, "--only")
                .forEach(names -> only.addAll(List.of(names.split(",", -1))));
        Optional<StorePatches> patches = patches(parsed);
        Optional<SigningKey> key = key(parsed);
        Optional<StoreIndex> before = before(out);
        AtomicFile.sweep(out, Instant.now());
        int[] unreadable = new int[1];
        StoreBuilder builder =
                new StoreBuilder(
                        source,
                        only,
                        problem -> {
                            unreadable[0]++;
                            console.err()
                                    .println(
                                            Printable.of(problem.path() + ": " + problem.reason()));
                        });
        StoreIndex index = builder.segments(out, created);
        if (index.segments().isEmpty()) {
            throw new IOException(from + " holds none of osv/, nvd/, epss/, kev/, eol/");
        }
        if (patches.isPresent()) {
            index = patches.get().addTo(index, out);
        }
        byte[] bytes = index.toBytes();
        new StoreWriter(out).writeIndex(bytes, key.map(each -> each.sign(bytes)));
        StoreCleaner.clean(out, before.orElse(index), index, Instant.now());
        say(index, out, unreadable[0]);
        return ExitCode.DONE;
    }

    private static Optional<StorePatches> patches(ParseResult parsed) throws IOException {
        Optional<Path> previous = Options.path(parsed, "--previous");
        return previous.isPresent()
                ? Optional.of(new StorePatches(previous.get()))
                : Optional.empty();
    }

    private static Optional<SigningKey> key(ParseResult parsed) throws IOException {
        Optional<Path> file = Options.path(parsed, DbPublish.KEY);
        return file.isPresent() ? Optional.of(SigningKey.read(file.get())) : Optional.empty();
    }

    /// The set that the new one replaces.
    private static Optional<StoreIndex> before(Path out) {
        try {
            return Optional.of(AdvisoryStore.readIndex(out));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private void say(StoreIndex index, Path out, int unreadable) {
        long size = index.segments().stream().mapToLong(segment -> segment.size()).sum();
        console.err()
                .println(
                        index.segments().size()
                                + " segments, "
                                + size
                                + " bytes in "
                                + out
                                + (unreadable == 0
                                        ? ""
                                        : "; " + unreadable + " records unreadable"));
    }

    private Path source(String from, Instant created) throws IOException, InterruptedException {
        if (!from.startsWith("http://") && !from.startsWith("https://")) {
            Path folder = Path.of(from);
            if (!Files.isDirectory(folder)) {
                throw new IOException(from + " is no folder");
            }
            return folder;
        }
        return fetched(from, FeedPlaces.below(URI.create(from)), created);
    }

    /// A copy of the feeds.
    ///
    /// @param name by which the copy is known again
    private Path fetched(String name, FeedPlaces places, Instant created)
            throws IOException, InterruptedException {
        Path copy = folders.cache().resolve("feeds").resolve(Integer.toHexString(name.hashCode()));
        int year = created.atZone(ZoneOffset.UTC).getYear();
        FeedMirror.Result result =
                new FeedMirror(copy, year, Proxies.of(console.environment())).update(places);
        result.failures()
                .forEach(failure -> console.err().println("left out: " + Printable.of(failure)));
        console.err()
                .println(
                        result.fetched()
                                + " files fetched ("
                                + result.bytes()
                                + " bytes), "
                                + result.unchanged()
                                + " unchanged, "
                                + result.absent()
                                + " not there");
        return copy;
    }
}
