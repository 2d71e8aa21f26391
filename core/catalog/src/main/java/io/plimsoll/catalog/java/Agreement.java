package io.plimsoll.catalog.java;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How well a group fits the Java packages of an archive's classes.
///
/// @param group the Maven group
/// @param depth parts of a package name that the group explains, the most over all packages
/// @param classes classes in packages that it explains
/// @param example the package with most classes among those it explains best
record Agreement(String group, int depth, long classes, String example) {
    /// A group must explain one class in ten, so that a few shaded ones decide nothing.
    private static final int LEAST_SHARE = 10;

    /// Beginnings that many unrelated groups share.
    private static final Set<String> UMBRELLAS =
            Set.of(
                    "org.apache",
                    "org.eclipse",
                    "org.codehaus",
                    "org.jboss",
                    "com.google",
                    "com.github",
                    "io.github",
                    "org.jenkinsci",
                    "com.sun",
                    "com.oracle",
                    "com.ibm",
                    "com.microsoft",
                    "org.glassfish",
                    "org.sonatype",
                    "com.googlecode");

    /// The candidate that fits best.
    ///
    /// @param groups all groups that advisories know for the artifact
    static Optional<Agreement> best(
            String artifact, List<String> groups, ClassPackages classes, KnownArtifacts known) {
        boolean single = groups.size() == 1;
        return groups.stream()
                .map(group -> of(group, single ? artifact : "", classes, known.roots(group)))
                .flatMap(Optional::stream)
                .max(best(parts(artifact, "[-_.]")));
    }

    /// The group that explains most of a name, then the one that shares most words with the
    /// artifact, as `org.apache.tomcat.embed` does with `tomcat-embed-core`.
    private static Comparator<Agreement> best(List<String> artifact) {
        return Comparator.comparingInt(Agreement::depth)
                .thenComparingLong(found ->
                        parts(found.group(), "\\.").stream().filter(artifact::contains).count())
                .thenComparingLong(Agreement::classes)
                .thenComparing(Agreement::group, Comparator.reverseOrder());
    }

    /// How well one group fits, where it fits. Where nothing else does, its last part may be the first
    /// or second of a package, as `kafka` in `kafka.server`; or the artifact's name, as `h2` in
    /// `org.h2`.
    ///
    /// @param artifact the artifact, where its name at the root of the packages may stand in for the
    ///     group's; else empty
    static Optional<Agreement> of(
            String group, String artifact, ClassPackages classes, List<String> roots) {
        List<String> parts = parts(group, "\\.");
        int depth = 0;
        long count = 0;
        long most = 0;
        String example = "";
        for (String name : classes.names()) {
            List<String> packageParts = parts(name, "\\.");
            int explained = Math.max(byGroup(parts, packageParts), byRoots(roots, packageParts));
            if (explained == 0) {
                explained = end(List.of(parts.getLast()), packageParts, 1);
            }
            if (explained == 0 && !artifact.isEmpty()) {
                explained = end(parts(artifact, "[-_.]"), packageParts, 1);
            }
            if (explained > 0) {
                count += classes.classes(name);
                if (classes.classes(name) > most) {
                    most = classes.classes(name);
                    example = name;
                }
                depth = Math.max(depth, explained);
            }
        }
        return count > 0 && count * LEAST_SHARE >= classes.total()
                ? Optional.of(new Agreement(group, depth, count, example))
                : Optional.empty();
    }

    /// Parts that group and package have in common from the left; a group of one part may stand
    /// anywhere near the root, as `log4j` in `org.apache.log4j` or `commons-io` in
    /// `org.apache.commons.io`.
    private static int byGroup(List<String> group, List<String> name) {
        if (group.size() == 1) {
            return end(parts(group.getFirst(), "-"), name, 2);
        }
        int common = 0;
        while (common < Math.min(group.size(), name.size())
                && group.get(common).equals(name.get(common))) {
            common++;
        }
        boolean whole = common == group.size();
        boolean umbrella = common == 2 && UMBRELLAS.contains(String.join(".", group.subList(0, 2)));
        return common >= 2 && (whole || !umbrella) ? common : 0;
    }

    private static int byRoots(List<String> roots, List<String> name) {
        int most = 0;
        for (String root : roots) {
            most = Math.max(most, end(parts(root, "\\."), name, 0));
        }
        return most;
    }

    /// Where a run of parts ends in a package name, if it begins at this part or before; else 0.
    private static int end(List<String> run, List<String> name, int latest) {
        for (int at = 0; at <= latest && at + run.size() <= name.size(); at++) {
            if (name.subList(at, at + run.size()).equals(run)) {
                return at + run.size();
            }
        }
        return 0;
    }

    private static List<String> parts(String name, String separator) {
        return List.of(name.split(separator, -1));
    }
}
