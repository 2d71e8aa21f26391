package io.plimsoll.catalog;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which files a cataloger wants, declared so that each path is looked up once for all catalogers.
/// A path is wanted where any part says so.
///
/// @param paths absolute paths, such as `/var/lib/dpkg/status`
/// @param directories absolute folders whose direct children are wanted, such as
///     `/var/lib/dpkg/status.d`
/// @param names last parts of paths, such as `package.json`
/// @param suffixes ends of the last part in lower case, beginning with a dot, such as `.jar`;
///     compared without case
/// @param pathSuffixes ends of the whole path, beginning with a slash, such as
///     `/lib/apk/db/installed`
/// @param companions suffixes of files that lie beside a wanted one and belong to it, such as `-wal`
public record Selector(
        Set<String> paths,
        Set<String> directories,
        Set<String> names,
        Set<String> suffixes,
        Set<String> pathSuffixes,
        Set<String> companions) {
    public Selector {
        paths = Set.copyOf(paths);
        directories = Set.copyOf(directories);
        names = Set.copyOf(names);
        suffixes = Set.copyOf(suffixes);
        pathSuffixes = Set.copyOf(pathSuffixes);
        companions = Set.copyOf(companions);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Collects the parts.
    public static final class Builder {
        private final Set<String> paths = new LinkedHashSet<>();
        private final Set<String> directories = new LinkedHashSet<>();
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> suffixes = new LinkedHashSet<>();
        private final Set<String> pathSuffixes = new LinkedHashSet<>();
        private final Set<String> companions = new LinkedHashSet<>();

        private Builder() {}

        @CanIgnoreReturnValue
        public Builder paths(String... values) {
            paths.addAll(Set.of(values));
            return this;
        }

        @CanIgnoreReturnValue
        public Builder directories(String... values) {
            directories.addAll(Set.of(values));
            return this;
        }

        @CanIgnoreReturnValue
        public Builder names(String... values) {
            names.addAll(Set.of(values));
            return this;
        }

        @CanIgnoreReturnValue
        public Builder suffixes(String... values) {
            suffixes.addAll(Set.of(values));
            return this;
        }

        @CanIgnoreReturnValue
        public Builder pathSuffixes(String... values) {
            pathSuffixes.addAll(Set.of(values));
            return this;
        }

        @CanIgnoreReturnValue
        public Builder companions(String... values) {
            companions.addAll(Set.of(values));
            return this;
        }

        public Selector build() {
            return new Selector(paths, directories, names, suffixes, pathSuffixes, companions);
        }
    }
}
