package io.plimsoll.catalog.java;

import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Identifies an archive that has no coordinates of its own.
///
/// The name comes from the file, or from a manifest that says more than the file. The group comes
/// from the manifest, or is the one of those that advisories know for the name which agrees with the
/// Java packages of the classes. Where none does it stays empty, and the detail says so: a guess
/// would hide advisories as surely as it would invent findings.
final class ByNames {
    private static final Pattern GROUP = Pattern.compile("[A-Za-z][\\w-]*(\\.[\\w-]+)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]*");

    private final ArchiveFacts facts;
    private final KnownArtifacts known;

    ByNames(ArchiveFacts facts, KnownArtifacts known) {
        this.facts = facts;
        this.known = known;
    }

    PackageRecord identify() {
        return plugin().or(this::byManifestGroup)
                .or(this::byClasses)
                .orElseGet(this::withoutAgreement);
    }

    /// The archive as an artifact that advisories know, in the group that its classes agree with.
    Optional<PackageRecord> byClasses() {
        for (String name : names()) {
            Optional<Agreement> found =
                    Agreement.best(name, known.groups(name), facts.classes(), known);
            if (found.isPresent()) {
                Agreement best = found.get();
                String detail = classes() + "; group by " + best.example();
                return Optional.of(record(best.group(), name, IdentifiedBy.CLASS_PACKAGES, detail));
            }
        }
        return Optional.empty();
    }

    /// A Jenkins plugin, whose manifest states its coordinates.
    ///
    /// Source: `maven-hpi-plugin`, the attributes that its goal `hpi` writes.
    private Optional<PackageRecord> plugin() {
        String name = facts.manifest().get("Short-Name");
        String version = facts.manifest().version(List.of("Plugin-Version"));
        if (!NAME.matcher(name).matches() || version.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                PackageRecord.builder(PackageType.MAVEN, name, version)
                        .namespace(facts.manifest().get("Group-Id"))
                        .evidence(new Evidence(facts.path(), IdentifiedBy.MANIFEST))
                        .build());
    }

    /// An artifact that advisories know, in a group that the manifest names too.
    private Optional<PackageRecord> byManifestGroup() {
        for (String name : names()) {
            for (String group : List.of(vendor(), beforeInBundle(name))) {
                if (known.groups(name).contains(group)) {
                    return Optional.of(record(group, name, IdentifiedBy.MANIFEST, classes()));
                }
            }
        }
        return Optional.empty();
    }

    private PackageRecord withoutAgreement() {
        String name = ownName();
        String group = manifestGroup(name);
        List<String> candidates = known.groups(name);
        boolean sure =
                candidates.isEmpty()
                        || Agreement.of(group, "", facts.classes(), List.of()).isPresent();
        if (!group.isEmpty() && sure) {
            return record(group, name, IdentifiedBy.MANIFEST, classes());
        }
        String why =
                candidates.isEmpty()
                        ? "; no group known"
                        : "; no group agrees: " + String.join(", ", candidates);
        boolean byManifest = facts.hasManifestVersion() || !fromFile(name);
        IdentifiedBy by = byManifest ? IdentifiedBy.MANIFEST : IdentifiedBy.FILE_NAME;
        return record("", name, by, classes() + why);
    }

    private PackageRecord record(String group, String name, IdentifiedBy by, String detail) {
        String version = fromFile(name) ? facts.version() : facts.manifestVersion();
        return PackageRecord.builder(PackageType.MAVEN, name, version)
                .namespace(group)
                .evidence(new Evidence(facts.path(), by, detail))
                .build();
    }

    private boolean fromFile(String name) {
        return name.equals(facts.file().artifact());
    }

    /// Names that the artifact may have, the likeliest first.
    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(facts.file().artifact());
        names.add(facts.file().base());
        String title = facts.manifest().get("Implementation-Title");
        if (NAME.matcher(title).matches()) {
            names.add(title);
        }
        String bundle = bundle();
        if (!bundle.isEmpty()) {
            names.add(bundle);
            names.add(bundle.substring(bundle.lastIndexOf('.') + 1));
        }
        return names;
    }

    /// The name for an artifact that nothing else identifies: the file's where it has a version, as
    /// in a repository; else what the manifest calls it.
    private String ownName() {
        String title = facts.manifest().get("Implementation-Title");
        boolean plain = facts.file().version().isEmpty();
        if (plain && NAME.matcher(title).matches() && !facts.manifestVersion().isEmpty()) {
            return title;
        }
        return facts.file().artifact();
    }

    /// The group that the manifest names for an artifact, empty where it names none: what stands
    /// before the artifact in the bundle's name, or the vendor's id. Only a name with a hyphen shows
    /// that it is the artifact's: the bundle `com.github.ben-manes.caffeine` has `caffeine` as the end
    /// of its group.
    ///
    /// Source: maven-bundle-plugin, "Default Behavior", how it makes `Bundle-SymbolicName` of group and
    /// artifact.
    private String manifestGroup(String name) {
        String before = name.contains("-") ? beforeInBundle(name) : "";
        return before.isEmpty() ? vendor() : before;
    }

    private String beforeInBundle(String name) {
        String bundle = bundle();
        if (!bundle.endsWith("." + name)) {
            return "";
        }
        String group = bundle.substring(0, bundle.length() - name.length() - 1);
        return GROUP.matcher(group).matches() ? group : "";
    }

    private String vendor() {
        String vendor = facts.manifest().get("Implementation-Vendor-Id");
        return GROUP.matcher(vendor).matches() ? vendor : "";
    }

    /// `Bundle-SymbolicName` without its directives.
    private String bundle() {
        String name = facts.manifest().get("Bundle-SymbolicName").split(";", 2)[0].strip();
        return NAME.matcher(name).matches() ? name : "";
    }

    private String classes() {
        String summary = facts.classes().summary();
        return "classes: " + (summary.isEmpty() ? "none" : summary);
    }
}
