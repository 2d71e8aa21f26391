package io.plimsoll.sbom;

import io.plimsoll.model.Distribution;
import java.util.List;
import java.util.Map;

/// What an SBOM says, whatever its format.
///
/// @param distribution what it names as the operating system, in its own spelling; unknown where it
///     names none
/// @param components in the order of the document; those that are no packages, such as files, the
///     operating system and the image itself, are left out
/// @param dependsOn references of components that a component needs, by its reference; either may name
///     what is no component
/// @param notices what a person should know of how it was read
public record Sbom(
        Distribution distribution,
        List<Component> components,
        Map<String, List<String>> dependsOn,
        List<String> notices) {
    public Sbom {
        components = List.copyOf(components);
        dependsOn = Map.copyOf(dependsOn);
        notices = List.copyOf(notices);
    }

    Sbom noticing(List<String> more) {
        return new Sbom(distribution, components, dependsOn, more);
    }
}
