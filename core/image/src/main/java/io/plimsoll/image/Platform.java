package io.plimsoll.image;

import java.util.Locale;

/// Operating system and processor that an image is made for.
///
/// Source: OCI image specification, `image-index.md`, property `platform`.
///
/// @param os such as `linux`
/// @param architecture as Go names it, such as `amd64`
/// @param variant such as `v7`; empty where there is none
public record Platform(String os, String architecture, String variant) {

    /// Reads `os/architecture[/variant]`.
    ///
    /// @throws IllegalArgumentException if there are fewer than two or more than three parts, or an
    ///     empty one
    public static Platform parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a platform; write os/architecture, as in linux/amd64");
        }
        return new Platform(parts[0], architecture(parts[1]), parts.length == 3 ? parts[2] : "");
    }

    /// Linux on a processor as `os.arch` of the JVM names it. Containers are Linux wherever the JVM
    /// runs.
    public static Platform linuxOn(String osArch) {
        return new Platform("linux", architecture(osArch.toLowerCase(Locale.ROOT)), "");
    }

    /// Whether an image for the other platform is what was asked for by this one: the variant
    /// counts only where this one names it.
    public boolean accepts(Platform other) {
        return os.equals(other.os)
                && architecture.equals(other.architecture)
                && (variant.isEmpty() || variant.equals(other.effectiveVariant()));
    }

    private String effectiveVariant() {
        return variant.isEmpty() && architecture.equals("arm64") ? "v8" : variant;
    }

    private static String architecture(String name) {
        return switch (name) {
            case "x86_64", "x86-64" -> "amd64";
            case "aarch64" -> "arm64";
            case "i386", "i486", "i586", "i686", "x86" -> "386";
            case "armhf", "armel" -> "arm";
            default -> name;
        };
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
