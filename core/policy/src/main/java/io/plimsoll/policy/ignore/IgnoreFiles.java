package io.plimsoll.policy.ignore;

import io.plimsoll.policy.yaml.YamlNode;
import io.plimsoll.policy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads an ignore file of whichever scanner, told by its name, else by what is in it.
public final class IgnoreFiles {
    private IgnoreFiles() {}

    /// Reads a file.
    ///
    /// @param file its name, for messages
    /// @throws io.plimsoll.policy.subject.PolicyFormatException if it is not as it should be
    public static IgnoreFile read(String file, byte[] bytes) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
        if (name.endsWith("trivyignore") || name.endsWith(".txt")) {
            return TrivyIgnore.readLines(file, bytes);
        }
        if (!isYaml && !name.endsWith(".snyk") && !looksLikeYaml(bytes)) {
            return TrivyIgnore.readLines(file, bytes);
        }
        YamlNode root = YamlReader.read(file, bytes);
        if (name.endsWith(".snyk")) {
            return SnykFile.read(file, root);
        }
        if (name.contains("trivyignore")) {
            return TrivyIgnore.readYaml(file, root);
        }
        return name.contains("grype") ? GrypeFile.read(file, root) : byContent(file, root);
    }

    /// A line that is a key, as no line of ids is.
    private static boolean looksLikeYaml(byte[] bytes) {
        int shown = Math.min(bytes.length, YamlReader.MAX_BYTES);
        return new String(bytes, 0, shown, StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .anyMatch(line -> !line.startsWith("#") && line.endsWith(":"));
    }

    private static IgnoreFile byContent(String file, YamlNode root) {
        if (root instanceof YamlNode.Entries entries) {
            if (entries.get("vulnerabilities").isPresent()) {
                return TrivyIgnore.readYaml(file, root);
            }
            YamlNode ignore = entries.get("ignore").orElse(root);
            if (entries.get("ignore").isPresent() && ignore instanceof YamlNode.Entries) {
                return SnykFile.read(file, root);
            }
            if (ignore instanceof YamlNode.Items items
                    && items.items().stream().anyMatch(IgnoreFiles::isOfGrype)) {
                return GrypeFile.read(file, root);
            }
        }
        return PlimsollFile.read(file, root).ignore();
    }

    private static boolean isOfGrype(YamlNode rule) {
        return rule instanceof YamlNode.Entries entries
                && (entries.get("vulnerability").isPresent()
                        || entries.get("package").isPresent()
                        || entries.get("fix-state").isPresent()
                        || entries.get("vex-status").isPresent());
    }
}
