package io.plimsoll.sbom;

import io.plimsoll.model.Location;
import io.plimsoll.model.SourcePackage;
import java.util.List;
import java.util.Optional;

/// One package of an SBOM.
///
/// @param where its place in the document, for messages: `component 3`
/// @param ref what the document calls it; empty where it has no name to refer to
/// @param name as the document shows it; may be empty
/// @param version empty where there is none
/// @param purl not yet parsed; empty where there is none
/// @param licenses licence expressions or names
/// @param source the source package, where the document names one beside the purl
/// @param owner purl of the system package whose files it is made of; empty where there is none
/// @param locations where it was found; may be empty
/// @param stated what our own documents say of it besides
public record Component(
        String where,
        String ref,
        String name,
        String version,
        String purl,
        List<String> licenses,
        Optional<SourcePackage> source,
        String owner,
        List<Location> locations,
        Stated stated) {
    public Component {
        licenses = List.copyOf(licenses);
        locations = List.copyOf(locations);
    }
}
