package io.plimsoll.catalog.java;

/// What a `pom.properties` or `pom.xml` inside an archive says.
///
/// @param entry name of the file inside the archive
/// @param group empty where it says none
/// @param artifact never empty
/// @param version empty where it says none
record Coordinates(String entry, String group, String artifact, String version) {
    private static final String FOLDER = "META-INF/maven/";

    /// Fills what the file leaves out from its path `META-INF/maven/GROUP/ARTIFACT/`, and takes
    /// placeholders that a build did not fill for absent.
    static Coordinates of(ZipEntry entry, String group, String artifact, String version) {
        String name = entry.name();
        String[] path = name.substring(name.indexOf(FOLDER) + FOLDER.length()).split("/", -1);
        boolean whole = path.length == 3;
        String ownArtifact = known(artifact);
        String ownGroup = known(group);
        return new Coordinates(
                name,
                ownGroup.isEmpty() && whole ? path[0] : ownGroup,
                ownArtifact.isEmpty() && whole ? path[1] : ownArtifact,
                known(version));
    }

    private static String known(String value) {
        String stripped = value.strip();
        return stripped.contains("${") ? "" : stripped;
    }
}
