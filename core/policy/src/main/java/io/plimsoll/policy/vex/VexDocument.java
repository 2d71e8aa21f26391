package io.plimsoll.policy.vex;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The statements of a VEX document.
public final class VexDocument {
    private final String file;
    private final String format;
    private final List<Problem> warnings;
    private final Map<String, List<VexStatement>> byId = new HashMap<>();

    /// @param file its name, for messages
    /// @param format `OpenVEX`, `CSAF` or `CycloneDX`
    /// @param warnings what of it could not be used
    VexDocument(String file, String format, List<VexStatement> statements, List<Problem> warnings) {
        this.file = file;
        this.format = format;
        this.warnings = List.copyOf(warnings);
        for (VexStatement each : statements) {
            for (String id : each.ids()) {
                byId.computeIfAbsent(id.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    String file() {
        return file;
    }

    /// `vex.json (OpenVEX)`.
    String name() {
        return file + " (" + format + ")";
    }

    List<Problem> warnings() {
        return warnings;
    }

    /// The statements about a finding's vulnerability, of whichever product.
    List<VexStatement> about(Finding finding) {
        Set<VexStatement> found = new LinkedHashSet<>(of(finding.id()));
        finding.aliases().forEach(alias -> found.addAll(of(alias)));
        return List.copyOf(found);
    }

    private List<VexStatement> of(String id) {
        return byId.getOrDefault(id.toLowerCase(Locale.ROOT), List.of());
    }
}
