package io.plimsoll.cli;

import io.plimsoll.attest.signature.SignatureCheck;
import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.engine.ImageSignatures;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll verify TARGET --key FILE`: whether an image is signed.
final class VerifyCommand {
    private static final String KEY = "--key";

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Tells whether an image is signed by one of some keys, as cosign signs;"
                                + " without a transparency log, and offline but for the registry that"
                                + " holds the image.");
        Options.parameter(spec, "TARGET", "an image, as for scan");
        spec.addOption(
                Options.values(
                        "FILE",
                        "a public key in PEM (EC, RSA, Ed25519), repeatable; one that signed is"
                                + " enough",
                        KEY));
        spec.addOption(Options.value("OS/ARCH", "platform to take from an index", "--platform"));
        spec.addOption(
                Options.flag(
                        "--offline", "never use the network; engines of this machine are none"));
        spec.addOption(Options.flag("--verbose", "progress even without a terminal"));
        spec.addOption(Options.flag("--quiet", "no progress"));
        Timeout.addTo(spec);
        RegistryOption.addTo(spec);
        EngineOption.addTo(spec);
        LimitOptions.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        List<TrustedKey> keys = TrustedKeyFiles.read(Options.texts(parsed, KEY));
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "verify needs "
                            + KEY
                            + " FILE: without a key nobody knows whose signature counts");
        }
        SignatureCheck check;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            check =
                    ImageSignatures.check(
                            Target.parse(Options.parameter(parsed, 0)),
                            keys,
                            TargetOptions.of(parsed, console),
                            progress);
        }
        String text = String.join("\n", lines(check)) + "\n";
        console.out().write(Printable.lines(text).getBytes(StandardCharsets.UTF_8));
        return switch (check) {
            case SignatureCheck.Signed signed -> ExitCode.DONE;
            case SignatureCheck.NotSigned none -> ExitCode.GATE;
            case SignatureCheck.Invalid invalid -> ExitCode.GATE;
            case SignatureCheck.NotChecked unknown -> ExitCode.TARGET;
        };
    }

    private static List<String> lines(SignatureCheck check) {
        return switch (check) {
            case SignatureCheck.Signed(var key, var digest, var claims) -> {
                List<String> lines = new ArrayList<>();
                lines.add("signed by " + key);
                lines.add("  " + digest);
                for (Map.Entry<String, String> each : claims.entrySet()) {
                    lines.add("  " + each.getKey() + ": " + each.getValue());
                }
                yield lines;
            }
            case SignatureCheck.NotSigned none -> List.of("not signed");
            case SignatureCheck.Invalid(var why) -> List.of("not signed by a given key: " + why);
            case SignatureCheck.NotChecked(var why) -> List.of("not checked: " + why);
        };
    }
}
