package io.plimsoll.model;

import java.util.List;

/// What is known about a check of built images.
///
/// @param id such as `PL-IMG-USER-ROOT`
/// @param severity of what it finds, where the finding itself has no other
/// @param aliases the ids of dockle, Trivy, dive and the CIS Docker benchmark that mean the same
/// @param summary one sentence: what to do
public record CheckInfo(String id, Severity severity, List<String> aliases, String summary) {
    public CheckInfo {
        aliases = List.copyOf(aliases);
    }

    /// The page about it, from the root of the project.
    public String page() {
        return "docs/checks/" + id + ".md";
    }

    /// Whether a name is its id or an alias, in any case.
    public boolean isNamed(String name) {
        return id.equalsIgnoreCase(name) || aliases.stream().anyMatch(name::equalsIgnoreCase);
    }
}
