package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.delivery.SigningKey;
import io.plimsoll.delivery.StorePush;
import io.plimsoll.model.Printable;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.RegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll db sign` and `db push`: a store for others.
final class DbPublish {
    static final String KEY = "--sign-key";

    private final Console console;
    private final Folders folders;

    DbPublish(Console console) {
        this.console = console;
        this.folders = new Folders(console);
    }

    static CommandSpec signSpec() {
        CommandSpec spec = Options.command("Signs the index of a store.");
        spec.addOption(Options.value("DIR", "folder of the advisory store", "--db"));
        spec.addOption(keyOption());
        return spec;
    }

    static picocli.CommandLine.Model.OptionSpec keyOption() {
        return Options.value("FILE", "private Ed25519 key in PEM to sign the index with", KEY);
    }

    static CommandSpec pushSpec() {
        CommandSpec spec = Options.command("Puts a store into a registry as an OCI artifact.");
        Options.parameter(spec, "REF", "repository with an optional tag");
        spec.addOption(Options.value("DIR", "folder of the advisory store", "--db"));
        RegistryOption.addTo(spec);
        return spec;
    }

    ExitCode sign(ParseResult parsed) throws IOException {
        Path store =
                Options.path(parsed, "--db")
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "--db DIR is needed: the store to sign"));
        SigningKey key =
                SigningKey.read(
                        Options.path(parsed, KEY)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                KEY + " FILE is needed: the private key")));
        AdvisoryStore.readIndex(store);
        byte[] index = Files.readAllBytes(store.resolve(StoreIndex.FILE_NAME));
        new StoreWriter(store).writeIndex(index, Optional.of(key.sign(index)));
        return ExitCode.DONE;
    }

    ExitCode push(ParseResult parsed) throws IOException, InterruptedException {
        Path store = folders.store(Options.path(parsed, "--db"));
        AdvisoryStore.readIndex(store);
        ImageReference reference = ImageReference.parse(Options.parameter(parsed, 0));
        String tag =
                reference
                        .tag()
                        .orElseThrow(
                                () -> new IllegalArgumentException("a store is put under a tag"));
        try (RegistryClient client =
                new RegistryClient(
                        RegistryOption.of(parsed, console), Patience.standard(), this::say)) {
            StorePush.Result done = new StorePush(client.publisher(reference)).run(store, tag);
            say(
                    reference
                            + " has "
                            + done.files()
                            + " files, of which "
                            + done.sent()
                            + " were new ("
                            + done.bytes()
                            + " bytes)");
            if (!done.signed()) {
                say("nobody has signed this store; `plimsoll db sign` does");
            }
        }
        return ExitCode.DONE;
    }

    private void say(String text) {
        console.err().println(Printable.of(text));
    }
}
