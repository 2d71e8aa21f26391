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
public record ScanOptions(
        Path store,
        Optional<Path> cache,
        Limits limits,
        Optional<Platform> platform,
        Access access,
        LocalDate today,
        String toolVersion) {}
