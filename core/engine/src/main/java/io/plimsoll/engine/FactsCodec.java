package io.plimsoll.engine;

import io.plimsoll.checks.facts.Account;
import io.plimsoll.checks.facts.AccountFile;
import io.plimsoll.checks.facts.ChangeTime;
import io.plimsoll.checks.facts.FileNames;
import io.plimsoll.checks.facts.FoundSecret;
import io.plimsoll.checks.facts.LayerFacts;
import io.plimsoll.checks.facts.Searched;
import io.plimsoll.checks.facts.SpecialFile;
import io.plimsoll.checks.secrets.SecretDetector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/// The bytes of a layer's facts in the cache, and behind them their checksum.
final class FactsCodec {
    /// Grows with each change of the layout.
    private static final int VERSION = 1;

    private FactsCodec() {}

    /// Part of the cache's key: other layouts, facts or rules are others.
    static String kind(SecretDetector detector) {
        return "facts/" + VERSION + "/" + LayerFacts.REVISION + "/" + detector.revision();
    }

    static byte[] encode(LayerFacts facts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordWriter out = new RecordWriter(new DataOutputStream(bytes));
        out.bytes(facts.names().data());
        out.number(facts.names().count());
        out.number(facts.names().complete() ? 1 : 0);
        out.list(facts.whiteouts(), out::text);
        out.list(facts.opaque(), out::text);
        out.list(facts.special(), each -> write(each, out));
        out.list(facts.accounts(), each -> write(each, out));
        out.list(facts.secrets(), each -> write(each, out));
        out.number(facts.searched().files());
        out.number(facts.searched().bytes());
        out.number(facts.searched().binaries());
        out.number(facts.searched().binaryBytes());
        out.number(facts.searched().cut());
        out.list(
                facts.newest(),
                each -> {
                    out.number(each.second());
                    out.number(each.files());
                    out.text(each.path());
                });
        out.list(facts.problems(), each -> LayerCodec.write(each, out));
        out.number(LayerCodec.checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /// The facts, or nothing where the bytes are damaged: the layer is then read again.
    static Optional<LayerFacts> decode(byte[] bytes) {
        if (!LayerCodec.isWhole(bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    read(new RecordReader(new DataInputStream(new ByteArrayInputStream(bytes)))));
        } catch (IOException | IllegalArgumentException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private static LayerFacts read(RecordReader in) throws IOException {
        return new LayerFacts(
                FileNames.of(in.bytes(), Math.toIntExact(in.number()), in.number() == 1),
                in.list(in::text),
                in.list(in::text),
                in.list(() -> readSpecial(in)),
                in.list(() -> new AccountFile(in.text(), in.list(() -> readAccount(in)))),
                in.list(() -> new FoundSecret(in.text(), in.text(), in.number(), in.text())),
                new Searched(in.number(), in.number(), in.number(), in.number(), in.number()),
                in.list(() -> new ChangeTime(in.number(), in.number(), in.text())),
                in.list(() -> LayerCodec.readProblem(in)));
    }

    private static void write(SpecialFile file, RecordWriter out) throws IOException {
        out.text(file.path());
        out.number(file.mode());
        out.number(file.uid());
        out.number(file.gid());
        out.number(file.folder() ? 1 : 0);
    }

    private static SpecialFile readSpecial(RecordReader in) throws IOException {
        return new SpecialFile(
                in.text(),
                Math.toIntExact(in.number()),
                in.number(),
                in.number(),
                in.number() == 1);
    }

    private static void write(AccountFile file, RecordWriter out) throws IOException {
        out.text(file.path());
        out.list(
                file.accounts(),
                each -> {
                    out.text(each.name());
                    out.number(each.id());
                    out.text(each.password().name());
                    out.text(each.shell());
                });
    }

    private static Account readAccount(RecordReader in) throws IOException {
        return new Account(in.text(), in.number(), Account.Password.valueOf(in.text()), in.text());
    }

    private static void write(FoundSecret secret, RecordWriter out) throws IOException {
        out.text(secret.path());
        out.text(secret.rule());
        out.number(secret.line());
        out.text(secret.shown());
    }
}
