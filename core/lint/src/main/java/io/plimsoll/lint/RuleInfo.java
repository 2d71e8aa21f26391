package io.plimsoll.lint;

import java.util.List;

/// What is known about a rule.
///
/// @param id such as `PL-FROM-TAG`
/// @param level how much it matters
/// @param aliases the ids of rules of hadolint, Trivy, BuildKit, dockle and slim that mean the same
/// @param summary one sentence: what to do
public record RuleInfo(String id, Level level, List<String> aliases, String summary) {
    private static final String OLD_PREFIX = "AVD-";

    public RuleInfo {
        aliases = List.copyOf(aliases);
    }

    /// The page about it, from the root of the project.
    public String page() {
        return "docs/rules/" + id + ".md";
    }

    /// Whether a name is its id or an alias, in any case; Trivy's with the `AVD-` of old too.
    public boolean isNamed(String given) {
        boolean old = given.regionMatches(true, 0, OLD_PREFIX, 0, OLD_PREFIX.length());
        String name = old ? given.substring(OLD_PREFIX.length()) : given;
        return id.equalsIgnoreCase(name) || aliases.stream().anyMatch(name::equalsIgnoreCase);
    }
}
