package io.plimsoll.lint.image;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What is known of an image that was built of the Dockerfile.
///
/// @param reference as the user named it
/// @param size bytes of its layers
/// @param packageType `deb`, `apk` or `rpm`; empty where it has no system packages
/// @param packages its system packages by name
/// @param files what instructions of the Dockerfile left besides packages, by path
/// @param missingLine line of the first instruction that the history of the image does not have
/// @param start how a container is started: entry point and command
/// @param healthcheck its test, as the configuration of the image has it; empty where there is none
/// @param searchPath folders of programs, in order
/// @param findings vulnerabilities of all of it
/// @param hasLayers whether each instruction that writes files has a layer of its own and all files are
///     known, so that the lines of packages and files are certain
/// @param paths looks up paths
public record BuiltImage(
        String reference,
        long size,
        String packageType,
        Map<String, BuiltPackage> packages,
        List<BuiltFile> files,
        OptionalInt missingLine,
        List<String> start,
        List<String> healthcheck,
        List<String> searchPath,
        FindingCounts findings,
        boolean hasLayers,
        ImagePaths paths) {
    public BuiltImage {
        packages = new TreeMap<>(packages);
        files = List.copyOf(files);
        start = List.copyOf(start);
        healthcheck = List.copyOf(healthcheck);
        searchPath = List.copyOf(searchPath);
    }
}
