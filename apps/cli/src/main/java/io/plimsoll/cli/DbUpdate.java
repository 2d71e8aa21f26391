package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.delivery.FileOrigin;
import io.plimsoll.delivery.RegistryOrigin;
import io.plimsoll.delivery.StoreOrigin;
import io.plimsoll.delivery.StoreUpdate;
import io.plimsoll.delivery.TrustedKeys;
import io.plimsoll.delivery.UpdateRules;
import io.plimsoll.delivery.WebOrigin;
import io.plimsoll.model.Printable;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.RegistryOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll db update` and `db pull`: the store of a mirror or a registry as the user's own.
final class DbUpdate {
    private static final String FROM = "--from";
    private static final String FEED = "--feed";
    private static final String TRUST = "--trust-key";
    private static final String UNSIGNED = "--insecure-unsigned";
    private static final String OLDER = "--allow-older";
    private static final String REGISTRY = "oci:";

    private final Console console;
    private final Folders folders;

    DbUpdate(Console console) {
        this.console = console;
        this.folders = new Folders(console);
    }

    static CommandSpec spec() {
        CommandSpec spec = Options.command("Fetches what a mirror has newer, and verifies it.");
        spec.addOption(
                Options.value(
                        "URL|DIR|FILE|oci:REF",
                        "folder on a web server or of this machine, exported file, or registry;"
                                + " usually the publishers' feeds, from which the store is built",
                        FROM));
        spec.addOption(
                Options.values(
                        "NAME=URL",
                        "another address of a feed of the publishers: osv, nvd, epss, kev, eol",
                        FEED));
        return withRules(spec);
    }

    static CommandSpec pullSpec() {
        CommandSpec spec = Options.command("Fetches what a registry has newer, and verifies it.");
        Options.parameter(spec, "REF", "repository with an optional tag");
        return withRules(spec);
    }

    private static CommandSpec withRules(CommandSpec spec) {
        spec.addOption(Options.value("DIR", "store to update (default: the user's own)", "--db"));
        spec.addOption(
                Options.values(
                        "FILE", "public key in PEM whose signature is trusted, repeatable", TRUST));
        spec.addOption(Options.flag(UNSIGNED, "take an index whoever signed it, or nobody"));
        spec.addOption(Options.flag(OLDER, "take data older than what is in use"));
        RegistryOption.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        Optional<String> from = Options.text(parsed, FROM);
        List<String> elsewhere = Options.texts(parsed, FEED);
        if (from.isPresent()) {
            if (!elsewhere.isEmpty()) {
                throw new IllegalArgumentException(FEED + " and " + FROM + " exclude one another");
            }
            return run(parsed, from.get());
        }
        Path store = folders.storeToWrite(Options.path(parsed, "--db"));
        return new DbBuild(console).ofPublishers(parsed, store, elsewhere);
    }

    ExitCode pull(ParseResult parsed) throws IOException, InterruptedException {
        return run(parsed, REGISTRY + Options.parameter(parsed, 0));
    }

    private ExitCode run(ParseResult parsed, String from) throws IOException, InterruptedException {
        Path store = folders.storeToWrite(Options.path(parsed, "--db"));
        UpdateRules rules = rules(parsed, store);
        if (rules.keys().isEmpty()) {
            say("nobody vouches for this data: signatures are not looked at (" + UNSIGNED + ")");
        }
        try (RegistryClient client =
                        new RegistryClient(options(parsed, from), Patience.standard(), this::say);
                StoreOrigin origin = origin(from, client)) {
            say(text(new StoreUpdate(origin, store, rules, this::say).run(Instant.now()), store));
        }
        return ExitCode.DONE;
    }

    private UpdateRules rules(ParseResult parsed, Path store) throws IOException {
        Optional<TrustedKeys> keys =
                Options.isSet(parsed, UNSIGNED)
                        ? Optional.empty()
                        : Optional.of(
                                TrustedKeys.of(
                                        Options.texts(parsed, TRUST).stream()
                                                .map(Path::of)
                                                .toList()));
        boolean anyAge = Options.isSet(parsed, OLDER);
        return new UpdateRules(keys, anyAge ? Optional.empty() : newest(store));
    }

    /// When the data was created that a scan uses before the update.
    private Optional<Instant> newest(Path store) throws IOException {
        Path used = store.equals(folders.ownStore()) ? usable(store) : store;
        try {
            return Optional.of(AdvisoryStore.readIndex(used).created());
        } catch (AdvisoryStoreException none) {
            return Optional.empty();
        }
    }

    private Path usable(Path own) throws IOException {
        try {
            return folders.store(Optional.empty());
        } catch (AdvisoryStoreException damaged) {
            return own;
        }
    }

    /// An address without TLS was named so by the user himself.
    private RegistryOptions options(ParseResult parsed, String from) {
        RegistryOptions options = RegistryOption.of(parsed, console);
        if (!from.startsWith("http://")) {
            return options;
        }
        Set<String> plain = new HashSet<>(options.plainHttp());
        plain.add(uri(from).getAuthority());
        return options.withPlainHttp(plain);
    }

    private static StoreOrigin origin(String from, RegistryClient client) throws IOException {
        if (from.startsWith(REGISTRY)) {
            String reference = from.substring(REGISTRY.length());
            return new RegistryOrigin(client, ImageReference.parse(reference));
        }
        if (from.startsWith("http://") || from.startsWith("https://")) {
            return new WebOrigin(client.folder(uri(from)));
        }
        return FileOrigin.open(Path.of(from));
    }

    private static URI uri(String text) {
        URI uri = URI.create(text);
        if (uri.getAuthority() == null) {
            throw new IllegalArgumentException("'" + text + "' names no server");
        }
        return uri;
    }

    private static String text(StoreUpdate.Result result, Path store) {
        String bytes = result.bytes() + " bytes came";
        String signed = result.key().isEmpty() ? "" : ", signed by key " + result.key();
        String date = "data of " + result.index().created() + signed;
        return result.changed()
                ? date
                        + " in "
                        + store
                        + ": "
                        + result.kept()
                        + " segments as before, "
                        + result.patched()
                        + " patched, "
                        + result.whole()
                        + " fetched whole; "
                        + bytes
                : "nothing newer: " + date + "; " + bytes;
    }

    private void say(String text) {
        console.err().println(Printable.of(text));
    }
}
