package io.plimsoll.image;

import io.plimsoll.model.Limits;
import java.nio.file.Path;
import java.util.Optional;

/// How to open an image.
///
/// @param limits what the image may cost
/// @param platform the platform to take from an index; without it the host's
/// @param hostPlatform the platform that is taken where an index offers several and none is asked
///     for
/// @param reference the tag, reference name or manifest digest to take where a source holds several
///     images; without it the first
/// @param temporaryFolder where a compressed archive is spooled, in a file without a name
public record OpenOptions(
        Limits limits,
        Optional<Platform> platform,
        Platform hostPlatform,
        Optional<String> reference,
        Path temporaryFolder) {

    /// Standard limits, this machine's platform, the first image, the system's temporary folder.
    public static OpenOptions standard() {
        return new OpenOptions(
                Limits.standard(),
                Optional.empty(),
                Platform.linuxOn(System.getProperty("os.arch", "amd64")),
                Optional.empty(),
                Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    public OpenOptions withLimits(Limits value) {
        return new OpenOptions(value, platform, hostPlatform, reference, temporaryFolder);
    }

    public OpenOptions withPlatform(Platform value) {
        return new OpenOptions(
                limits, Optional.of(value), hostPlatform, reference, temporaryFolder);
    }

    public OpenOptions withHostPlatform(Platform value) {
        return new OpenOptions(limits, platform, value, reference, temporaryFolder);
    }

    public OpenOptions withReference(String value) {
        return new OpenOptions(limits, platform, hostPlatform, Optional.of(value), temporaryFolder);
    }

    public OpenOptions withTemporaryFolder(Path value) {
        return new OpenOptions(limits, platform, hostPlatform, reference, value);
    }
}
