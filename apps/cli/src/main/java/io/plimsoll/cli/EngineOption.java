package io.plimsoll.cli;

import io.plimsoll.daemon.EngineOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Options about the images of engines.
final class EngineOption {
    private EngineOption() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.flag(
                        "--engine-export",
                        "docker:, podman: have the image exported, so that its digests are verified,"
                                + " instead of reading the engine's folders"));
        spec.addOption(
                Options.value(
                        "DIR",
                        "containerd: its folder (default $CONTAINERD_ROOT, /var/lib/containerd)",
                        "--containerd-root"));
        spec.addOption(
                Options.value(
                        "NAME",
                        "containerd: the namespace (default $CONTAINERD_NAMESPACE, else default,"
                                + " k8s.io, moby)",
                        "--containerd-namespace"));
    }

    static EngineOptions of(ParseResult parsed) {
        return new EngineOptions(
                Options.isSet(parsed, "--offline"),
                Options.isSet(parsed, "--engine-export"),
                Options.path(parsed, "--containerd-root"),
                Options.text(parsed, "--containerd-namespace"));
    }
}
