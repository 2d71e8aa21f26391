package io.plimsoll.model;

/// Where and how a package was recognised.
///
/// @param path absolute path of the file in the image, then `!/` and the path inside for each
///     archive on the way: `/app/app.jar!/BOOT-INF/lib/log4j-core-2.14.1.jar`; empty where there is
///     no file, as for a purl from the command line
/// @param identifiedBy what gave the name and the version
/// @param detail what a person should know of it, such as the class packages that gave the group;
///     may be empty
public record Evidence(String path, IdentifiedBy identifiedBy, String detail) {
    /// Separates the path of an archive from the path inside it.
    public static final String INSIDE = "!/";

    public Evidence(String path, IdentifiedBy identifiedBy) {
        this(path, identifiedBy, "");
    }

    /// The path of the outermost file, the one that lies in the image.
    public String file() {
        int inside = path.indexOf(INSIDE);
        return inside < 0 ? path : path.substring(0, inside);
    }
}
