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
/// @param wanted what of a target is wanted
public record ScanOptions(
        Path store,
        Optional<Path> cache,
        Limits limits,
        Optional<Platform> platform,
        Access access,
        LocalDate today,
        String toolVersion,
        Wanted wanted) {
    /// What of a target is wanted.
    ///
    /// @param dockerfile the Dockerfile of the image; empty where none was named
    /// @param scope which files of an image count
    /// @param bases folder of the user's index of base images; empty to know none
    /// @param checks whether to look for more than vulnerabilities
    public record Wanted(
            Optional<DockerfileOption> dockerfile,
            Scope scope,
            Optional<Path> bases,
            boolean checks) {
        private static final Wanted USUAL =
                new Wanted(Optional.empty(), Scope.SQUASHED, Optional.empty(), false);
    }

    /// Options without a Dockerfile, for what is there in the end.
    public ScanOptions(
            Path store,
            Optional<Path> cache,
            Limits limits,
            Optional<Platform> platform,
            Access access,
            LocalDate today,
            String toolVersion) {
        this(store, cache, limits, platform, access, today, toolVersion, Wanted.USUAL);
    }

    /// The Dockerfile of the image; empty where none was named.
    public Optional<DockerfileOption> dockerfile() {
        return wanted.dockerfile();
    }

    /// Which files of an image count.
    public Scope scope() {
        return wanted.scope();
    }

    /// Folder of the user's index of base images; empty to know none.
    public Optional<Path> bases() {
        return wanted.bases();
    }

    /// Whether to look for more than vulnerabilities.
    public boolean checks() {
        return wanted.checks();
    }

    /// The same options with the Dockerfile of the image.
    public ScanOptions withDockerfile(Optional<DockerfileOption> value) {
        return with(new Wanted(value, scope(), bases(), checks()));
    }

    /// The same options for other files.
    public ScanOptions withScope(Scope value) {
        return with(new Wanted(dockerfile(), value, bases(), checks()));
    }

    /// The same options with the user's index of base images.
    public ScanOptions withBases(Path value) {
        return with(new Wanted(dockerfile(), scope(), Optional.of(value), checks()));
    }

    /// The same options with or without checks.
    public ScanOptions withChecks(boolean value) {
        return with(new Wanted(dockerfile(), scope(), bases(), value));
    }

    ScanOptions withPlatform(Platform value) {
        return new ScanOptions(
                store, cache, limits, Optional.of(value), access, today, toolVersion, wanted);
    }

    private ScanOptions with(Wanted value) {
        return new ScanOptions(store, cache, limits, platform, access, today, toolVersion, value);
    }
}
