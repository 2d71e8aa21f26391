package io.plimsoll.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;

/// One installed package as its own metadata describes it.
///
/// @param type the kind, by purl type
/// @param namespace Maven group or npm scope (`@angular`); empty where the kind has none. A
///     distribution's name is not part of a record: it belongs to the image
/// @param name the name as the package manager prints it, never empty
/// @param version the version as the package manager prints it, with an epoch only where it is not
///     zero; empty where the metadata has none
/// @param source the source package, where the record names one or implies one
/// @param architecture the package manager's own word, such as `amd64`; empty where there is none
/// @param module rpm modularity as `name:stream`, empty where there is none
/// @param licenses licence expressions or names as declared
/// @param relations what it requires and provides
/// @param evidence where and how it was recognised
public record PackageRecord(
        PackageType type,
        String namespace,
        String name,
        String version,
        Optional<SourcePackage> source,
        String architecture,
        String module,
        List<String> licenses,
        Relations relations,
        Evidence evidence) {
    public PackageRecord {
        Check.notEmpty(name, "package name");
        licenses = List.copyOf(licenses);
    }

    /// Starts a record with what every package has.
    public static Builder builder(PackageType type, String name, String version) {
        return new Builder(type, name, version);
    }

    /// Group and name for Maven (`group:name`), scope and name for npm (`@scope/name`), the bare
    /// name elsewhere: the way the ecosystem's own tools print it.
    public String fullName() {
        if (namespace.isEmpty()) {
            return name;
        }
        return namespace + (type == PackageType.MAVEN ? ":" : "/") + name;
    }

    /// The same record found elsewhere.
    public PackageRecord withEvidence(Evidence other) {
        return new PackageRecord(
                type,
                namespace,
                name,
                version,
                source,
                architecture,
                module,
                licenses,
                relations,
                other);
    }

    /// Collects the optional parts of a record.
    public static final class Builder {
        private final PackageType type;
        private final String name;
        private final String version;
        private String namespace = "";
        private Optional<SourcePackage> source = Optional.empty();
        private String architecture = "";
        private String module = "";
        private List<String> licenses = List.of();
        private Relations relations = Relations.NONE;
        private Evidence evidence = new Evidence("", IdentifiedBy.PURL);

        private Builder(PackageType type, String name, String version) {
            this.type = type;
            this.name = name;
            this.version = version;
        }

        @CanIgnoreReturnValue
        public Builder namespace(String value) {
            namespace = value;
            return this;
        }

        @CanIgnoreReturnValue
        public Builder source(SourcePackage value) {
            source = Optional.of(value);
            return this;
        }

        @CanIgnoreReturnValue
        public Builder architecture(String value) {
            architecture = value;
            return this;
        }

        @CanIgnoreReturnValue
        public Builder module(String value) {
            module = value;
            return this;
        }

        @CanIgnoreReturnValue
        public Builder licenses(List<String> value) {
            licenses = value;
            return this;
        }

        @CanIgnoreReturnValue
        public Builder relations(List<String> requires, List<String> provides) {
            relations = new Relations(requires, provides);
            return this;
        }

        @CanIgnoreReturnValue
        public Builder evidence(Evidence value) {
            evidence = value;
            return this;
        }

        public PackageRecord build() {
            return new PackageRecord(
                    type,
                    namespace,
                    name,
                    version,
                    source,
                    architecture,
                    module,
                    licenses,
                    relations,
                    evidence);
        }
    }
}
