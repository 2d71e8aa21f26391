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
/// @param checks whether to look for more than vulnerabilities
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
        boolean checks) {
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
                false);
    }

    /// The same options with the Dockerfile of the image.
    public ScanOptions withDockerfile(Optional<DockerfileOption> value) {
        return new ScanOptions(
                store, cache, limits, platform, access, today, toolVersion, value, scope, checks);
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
                checks);
    }

    /// The same options with or without checks.
    public ScanOptions withChecks(boolean value) {
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
                value);
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
                checks);
    }
}
