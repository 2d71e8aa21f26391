package io.plimsoll.policy.ignore;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Purl;
import io.plimsoll.model.Severity;
import io.plimsoll.policy.subject.Glob;
import io.plimsoll.policy.subject.PurlPattern;
import io.plimsoll.policy.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The conditions that rules are made of. Of several values one must hold.
final class Conditions {
    static final String ID = "id";

    private Conditions() {}

    /// The finding goes by one of these ids.
    static Condition ids(List<String> ids) {
        return new Condition(ID, joined(ids), subject -> ids.stream().anyMatch(subject::isCalled));
    }

    /// The package is one of these.
    ///
    /// @param purls purls, or patterns of purls with `*`
    /// @throws IllegalArgumentException if one is no purl
    static Condition purls(String key, List<String> purls) {
        List<BiPredicate<Purl, InstalledPackage>> tests = new ArrayList<>();
        for (String purl : purls) {
            tests.add(purl.indexOf('*') >= 0 ? glob(purl) : PurlPattern.parse(purl)::matches);
        }
        return new Condition(
                key,
                joined(purls),
                subject ->
                        subject.purl().isPresent()
                                && tests.stream()
                                        .anyMatch(each ->
                                                each.test(
                                                        subject.purl().get(),
                                                        subject.installed())));
    }

    /// A pattern holds of the purl with or without version, and without qualifiers unless it asks for
    /// some.
    private static BiPredicate<Purl, InstalledPackage> glob(String pattern) {
        if (!pattern.startsWith("pkg:")) {
            throw new IllegalArgumentException("'" + pattern + "' does not begin with 'pkg:'");
        }
        Glob glob = Glob.ofText(pattern);
        boolean qualified = pattern.indexOf('?') >= 0;
        return (purl, installed) ->
                qualified
                        ? glob.matches(purl.toString())
                        : glob.matches(bare(purl, purl.version())) || glob.matches(bare(purl, ""));
    }

    private static String bare(Purl purl, String version) {
        String text =
                new Purl(purl.type(), purl.namespace(), purl.name(), version, new TreeMap<>(), "")
                        .toString();
        // Scopes of npm are written as people write them.
        return text.replace("%40", "@");
    }

    /// All places where the package lies are such: a package that lies elsewhere too has the
    /// vulnerability there. A place inside an archive is one of the archive as well.
    static Condition paths(String key, List<String> patterns) {
        List<Glob> globs = patterns.stream().map(Glob::ofPath).toList();
        return new Condition(
                key,
                joined(patterns),
                subject -> {
                    List<String> paths = subject.paths();
                    return !paths.isEmpty()
                            && paths.stream().allMatch(path -> isOneOf(globs, path));
                });
    }

    private static boolean isOneOf(List<Glob> globs, String path) {
        int inside = path.indexOf("!/");
        String outer = inside < 0 ? path : path.substring(0, inside);
        return !path.isEmpty()
                && globs.stream().anyMatch(glob -> glob.matches(path) || glob.matches(outer));
    }

    static Condition origin(Origin origin) {
        return new Condition(
                "origin", origin.word(), subject -> subject.finding().origin() == origin);
    }

    /// The layer's diff id begins so, with or without `sha256:`.
    static Condition layer(String prefix) {
        return new Condition(
                "layer",
                prefix,
                subject -> subject.finding().layer().filter(id -> begins(id, prefix)).isPresent());
    }

    private static boolean begins(Digest id, String prefix) {
        return id.hex().startsWith(prefix) || id.toString().startsWith(prefix);
    }

    static Condition fix(String key, Fix.State state) {
        return new Condition(
                key, state.word(), subject -> subject.finding().fix().state() == state);
    }

    /// This severity and milder. What is unknown is not mild: it must be asked for.
    static Condition severity(Severity worst) {
        return new Condition(
                "severity", worst.word(), subject -> isMild(subject.finding().severity(), worst));
    }

    private static boolean isMild(Severity severity, Severity worst) {
        if (severity == Severity.UNKNOWN || worst == Severity.UNKNOWN) {
            return severity == worst;
        }
        return worst.isAtLeast(severity);
    }

    static Condition any(String key, String value, Predicate<Subject> test) {
        return new Condition(key, value, test);
    }

    private static String joined(List<String> values) {
        return String.join(" or ", values);
    }
}
