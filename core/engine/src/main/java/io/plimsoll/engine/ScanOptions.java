package io.plimsoll.engine;

import io.plimsoll.image.Platform;
import io.plimsoll.model.Limits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// How to scan.
///
/// @param store folder of the advisory store
/// @param cache folder of the layer cache; empty to keep none
/// @param limits what a target may cost
/// @param platform the platform to take from an index; empty for this machine's
/// @param access what may be reached beyond files
/// @param today the day that ages are reckoned from
/// @param toolVersion version of this program
/// @param dockerfile the Dockerfile of the image; empty where none was named
/// @param scope which files of an image count
/// @param bases folder of the user's index of base images; empty to know none
public record ScanOptions(
        Path store,
        Optional<Path> cache,
        Limits limits,
        Optional<Platform> platform,
        Access access,
        LocalDate today,
        String toolVersion,
        Optional<DockerfileOption> dockerfile,
        Scope scope,
        Optional<Path> bases) {
    /// Options without a Dockerfile, for what is there in the end.
    public ScanOptions(
            Path store,
            Optional<Path> cache,
            Limits limits,
            Optional<Platform> platform,
            Access access,
            LocalDate today,
            String toolVersion) {
        this(
                store,
                cache,
                limits,
                platform,
                access,
                today,
                toolVersion,
                Optional.empty(),
                Scope.SQUASHED,
                Optional.empty());
    }

    /// The same options with the Dockerfile of the image.
    public ScanOptions withDockerfile(Optional<DockerfileOption> value) {
        return new ScanOptions(
                store, cache, limits, platform, access, today, toolVersion, value, scope, bases);
    }

    /// The same options for other files.
    public ScanOptions withScope(Scope value) {
        return new ScanOptions(
                store,
                cache,
                limits,
                platform,
                access,
                today,
                toolVersion,
                dockerfile,
                value,
                bases);
    }

    /// The same options with the user's index of base images.
    public ScanOptions withBases(Path value) {
        return new ScanOptions(
                store,
                cache,
                limits,
                platform,
                access,
                today,
                toolVersion,
                dockerfile,
                scope,
                Optional.of(value));
    }

    ScanOptions withPlatform(Platform value) {
        return new ScanOptions(
                store,
                cache,
                limits,
                Optional.of(value),
                access,
                today,
                toolVersion,
                dockerfile,
                scope,
                bases);
    }
}
