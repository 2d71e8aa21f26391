package io.plimsoll.fuzz;

import io.plimsoll.policy.ignore.IgnoreFiles;
import io.plimsoll.policy.ignore.PlimsollFile;
import io.plimsoll.policy.subject.PolicyFormatException;
import io.plimsoll.policy.vex.VexFiles;
import io.plimsoll.policy.yaml.YamlReader;
import java.util.List;

/// Ignore files of each kind, and VEX documents: what is read, or an error that says where.
final class PolicyTarget {
    private static final List<String> NAMES =
            List.of(".snyk", ".trivyignore", ".trivyignore.yaml", ".grype.yaml", "a.yaml", "a");

    private PolicyTarget() {}

    static void ignoreFile(byte[] input) {
        for (String name : NAMES) {
            try {
                IgnoreFiles.read(name, input);
            } catch (PolicyFormatException documented) {
                said(documented, name);
            }
        }
        try {
            PlimsollFile.read("plimsoll.yaml", YamlReader.read("plimsoll.yaml", input));
        } catch (PolicyFormatException documented) {
            said(documented, "plimsoll.yaml");
        }
    }

    static void vex(byte[] input) {
        try {
            VexFiles.read("vex.json", input);
        } catch (PolicyFormatException documented) {
            said(documented, "vex.json");
        }
    }

    private static void said(PolicyFormatException error, String name) {
        String message = String.valueOf(error.getMessage());
        FuzzTarget.shown(message);
        FuzzTarget.require(message.startsWith(name), message);
        FuzzTarget.require(message.length() < 2_000, "a message of " + message.length());
    }
}
