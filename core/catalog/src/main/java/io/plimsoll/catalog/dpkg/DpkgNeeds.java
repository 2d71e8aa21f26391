package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.PackageNeeds;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.control.ControlReader;
import io.plimsoll.catalog.control.Paragraph;
import io.plimsoll.model.Limits;
import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which packages `apt-get autoremove` would remove, and what each takes.
///
/// A package is needed where it was asked for, is essential, or a needed one depends on it, recommends or
/// suggests it. All installed packages that meet a requirement count, not only the first.
///
/// Source: apt's `apt_preferences(5)` and `apt.conf(5)` (`APT::AutoRemove::RecommendsImportant`,
/// `SuggestsImportant`, both true unless configured), and apt-pkg's `depcache`; `deb-control(5)` for the
/// fields.
public final class DpkgNeeds {
    private static final long KIB = 1024;
    private static final VersionScheme VERSIONS = VersionSchemes.DEB;

    private static final List<String> RELATIONS =
            List.of("Pre-Depends", "Depends", "Recommends", "Suggests");

    private static final Set<String> FIELDS =
            Set.of(
                    "Package",
                    "Status",
                    "Version",
                    "Architecture",
                    "Installed-Size",
                    "Essential",
                    "Important",
                    "Protected",
                    "Provides",
                    "Pre-Depends",
                    "Depends",
                    "Recommends",
                    "Suggests");

    /// An installed package.
    private record Installed(
            String name,
            String version,
            boolean essential,
            List<Wanted> wants,
            List<Wanted> recommends) {}

    /// One alternative of a requirement.
    ///
    /// @param operator such as `>=`; empty where any version will do
    private record Wanted(String name, String operator, String version) {}

    /// What a package offers under a name.
    private record Offer(Installed by, String version) {}

    private final List<Installed> packages = new ArrayList<>();
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Map<String, List<Offer>> offers = new HashMap<>();

    private DpkgNeeds() {}

    /// Reads the status file of dpkg and apt's list of packages that nobody asked for.
    ///
    /// @param status content of `/var/lib/dpkg/status`
    /// @param extendedStates content of `/var/lib/apt/extended_states`
    public static PackageNeeds read(byte[] status, byte[] extendedStates, Limits limits)
            throws InterruptedException {
        DpkgNeeds needs = new DpkgNeeds();
        try {
            needs.readStatus(status, limits);
            Set<String> automatic = automatic(extendedStates, limits);
            return new PackageNeeds(needs.sizes, needs.unneeded(automatic), needs.recommended());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void readStatus(byte[] status, Limits limits) throws IOException, InterruptedException {
        ProblemList unused = new ProblemList("/var/lib/dpkg/status", "dpkg");
        try (ControlReader reader =
                new ControlReader(new ByteArrayInputStream(status), limits, FIELDS, unused)) {
            for (Optional<Paragraph> next = reader.next(); next.isPresent(); next = reader.next()) {
                Paragraph paragraph = next.get();
                if (paragraph.field("Status").endsWith(" installed")) {
                    add(paragraph);
                }
            }
        }
    }

    private void add(Paragraph paragraph) {
        List<Wanted> wants = new ArrayList<>();
        RELATIONS.forEach(relation -> wants.addAll(wanted(paragraph, relation)));
        boolean essential =
                paragraph.field("Essential").equals("yes")
                        || paragraph.field("Important").equals("yes")
                        || paragraph.field("Protected").equals("yes");
        String name = paragraph.field("Package");
        Installed installed =
                new Installed(
                        name,
                        paragraph.field("Version"),
                        essential,
                        wants,
                        wanted(paragraph, "Recommends"));
        packages.add(installed);
        offer(name, new Offer(installed, installed.version()));
        for (String each : paragraph.field("Provides").split(",", -1)) {
            wanted(each).ifPresent(one -> offer(one.name(), new Offer(installed, one.version())));
        }
        number(paragraph.field("Installed-Size"))
                .ifPresent(size -> sizes.merge(name, size * KIB, Long::sum));
    }

    private static List<Wanted> wanted(Paragraph paragraph, String relation) {
        List<Wanted> wants = new ArrayList<>();
        for (String each : paragraph.field(relation).split("[,|]", -1)) {
            wanted(each).ifPresent(wants::add);
        }
        return wants;
    }

    private void offer(String name, Offer offer) {
        offers.computeIfAbsent(name, any -> new ArrayList<>()).add(offer);
    }

    private static OptionalInt number(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() < 10
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /// `name:any (>= 1.0) [arch] <profile>`.
    private static Optional<Wanted> wanted(String text) {
        String relation = text.strip();
        int end = 0;
        while (end < relation.length() && " (:[<".indexOf(relation.charAt(end)) < 0) {
            end++;
        }
        if (end == 0) {
            return Optional.empty();
        }
        String name = relation.substring(0, end);
        int open = relation.indexOf('(');
        int close = relation.indexOf(')', open + 1);
        if (open < 0 || close < 0) {
            return Optional.of(new Wanted(name, "", ""));
        }
        String bound = relation.substring(open + 1, close).strip();
        int operator = 0;
        while (operator < bound.length() && "<>=".indexOf(bound.charAt(operator)) >= 0) {
            operator++;
        }
        return Optional.of(
                new Wanted(name, bound.substring(0, operator), bound.substring(operator).strip()));
    }

    /// Names that apt marked as installed for others only.
    private static Set<String> automatic(byte[] extendedStates, Limits limits)
            throws IOException, InterruptedException {
        Set<String> names = new HashSet<>();
        ProblemList unused = new ProblemList("/var/lib/apt/extended_states", "dpkg");
        try (ControlReader reader =
                new ControlReader(
                        new ByteArrayInputStream(extendedStates),
                        limits,
                        Set.of("Package", "Auto-Installed"),
                        unused)) {
            for (Optional<Paragraph> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get().field("Auto-Installed").equals("1")) {
                    names.add(next.get().field("Package"));
                }
            }
        }
        return names;
    }

    private Set<String> unneeded(Set<String> automatic) {
        Set<Installed> needed = new HashSet<>();
        Deque<Installed> waiting = new ArrayDeque<>();
        packages.stream()
                .filter(each -> each.essential() || !automatic.contains(each.name()))
                .forEach(waiting::add);
        while (!waiting.isEmpty()) {
            Installed one = waiting.remove();
            if (needed.add(one)) {
                one.wants().forEach(wanted -> waiting.addAll(meeting(wanted)));
            }
        }
        Set<String> names = new TreeSet<>();
        packages.stream()
                .filter(each -> !needed.contains(each))
                .forEach(each -> names.add(each.name()));
        return names;
    }

    private Map<String, Set<String>> recommended() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (Installed one : packages) {
            Set<String> names = new TreeSet<>();
            one.recommends()
                    .forEach(wanted -> meeting(wanted).forEach(each -> names.add(each.name())));
            names.remove(one.name());
            if (!names.isEmpty()) {
                all.merge(
                        one.name(),
                        names,
                        (left, right) -> {
                            left.addAll(right);
                            return left;
                        });
            }
        }
        return all;
    }

    private List<Installed> meeting(Wanted wanted) {
        return offers.getOrDefault(wanted.name(), List.of()).stream()
                .filter(offer -> meets(offer.version(), wanted))
                .map(Offer::by)
                .toList();
    }

    private static boolean meets(String version, Wanted wanted) {
        if (wanted.operator().isEmpty()) {
            return true;
        }
        if (version.isEmpty()) {
            return false;
        }
        int order;
        try {
            order = VERSIONS.compare(version, wanted.version());
        } catch (InvalidVersionException none) {
            return false;
        }
        return switch (wanted.operator()) {
            case ">>" -> order > 0;
            case ">=", ">" -> order >= 0;
            case "<<" -> order < 0;
            case "<=", "<" -> order <= 0;
            default -> order == 0;
        };
    }
}
