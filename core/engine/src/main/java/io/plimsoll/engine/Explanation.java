package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.match.Decision;
import io.plimsoll.match.Matcher;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.Epss;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Verdict;
import io.plimsoll.policy.Policy;
import io.plimsoll.policy.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Why a vulnerability is reported for a target, or why it is not, in lines for people.
///
/// @param lines the explanation
public record Explanation(List<String> lines) {
    private static final int SHOWN = 20;

    public Explanation {
        lines = List.copyOf(lines);
    }

    /// Explains a vulnerability by any of its ids.
    ///
    /// @param policy what leaves findings out; empty where nothing does
    public static Explanation of(
            String id,
            ScannedTarget target,
            AdvisoryStore store,
            ScanOptions options,
            Optional<Policy> policy) {
        Matcher matcher = new Matcher(store, options.today());
        List<Decision> decisions = matcher.decisionsOn(id, target.inventory());
        ScanReport report = new Scanner(options, Progress.SILENT).judge(target, store);
        List<Said> said = policy.map(each -> said(id, report, each)).orElse(List.of());
        List<String> lines = new ArrayList<>();
        lines.add(headline(id, decisions) + leftOut(said));
        facts(id, store).ifPresent(lines::add);
        decisions.forEach(decision -> lines.addAll(decision(decision)));
        if (decisions.isEmpty()) {
            lines.addAll(absent(id, store));
        }
        said.forEach(each -> lines.addAll(each.lines()));
        lines.addAll(unjudged(report.assessment(), target));
        return new Explanation(lines);
    }

    /// What the policy says of one finding.
    private record Said(boolean leftOut, List<String> lines) {}

    private static List<Said> said(String id, ScanReport report, Policy policy) {
        List<Said> said = new ArrayList<>();
        for (Subject subject : Subject.of(policy.rate(report))) {
            if (subject.isCalled(id)) {
                Policy.Said of = policy.explain(subject, report.today());
                List<String> lines = new ArrayList<>();
                if (!of.lines().isEmpty()) {
                    lines.add("");
                    lines.add(
                            subject.installed().id()
                                    + (of.suppressed() ? " is left out" : " is not left out"));
                    of.lines().forEach(line -> lines.add("  " + line));
                }
                said.add(new Said(of.suppressed(), lines));
            }
        }
        return said;
    }

    private static String leftOut(List<Said> said) {
        long count = said.stream().filter(Said::leftOut).count();
        if (count == 0) {
            return "";
        }
        return count == said.size()
                ? "; the policy leaves it out"
                : "; the policy leaves it out for " + count + " of them";
    }

    private static String headline(String id, List<Decision> decisions) {
        long affected = count(decisions, Verdict.Affected.class);
        long open = count(decisions, Verdict.Undetermined.class);
        if (affected > 0) {
            return id
                    + " is reported: "
                    + plural(affected, "package is", "packages are")
                    + " affected";
        }
        if (open > 0) {
            return id + " is undetermined for " + plural(open, "package", "packages");
        }
        return decisions.isEmpty()
                ? id + " is not reported: no advisory names it for a package of the target"
                : id + " is not reported: no package of the target is affected";
    }

    private static long count(List<Decision> decisions, Class<? extends Verdict> kind) {
        return decisions.stream()
                .filter(decision -> kind.isInstance(decision.verdict()))
                .map(decision -> decision.installed().id())
                .distinct()
                .count();
    }

    private static String plural(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static Optional<String> facts(String id, AdvisoryStore store) {
        List<String> facts = new ArrayList<>();
        store.vulnerability(id)
                .scores()
                .forEach(score -> facts.add("CVSS " + score.value() + " (" + score.source() + ")"));
        store.epss(id).map(Epss::score).ifPresent(score -> facts.add("EPSS " + score));
        store.knownExploited(id).ifPresent(day -> facts.add("exploited, known since " + day));
        return facts.isEmpty() ? Optional.empty() : Optional.of("  " + String.join(" · ", facts));
    }

    private static List<String> decision(Decision decision) {
        InstalledPackage installed = decision.installed();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(installed.id());
        lines.add("  " + verdict(decision.verdict()));
        lines.add(
                "  advisory   "
                        + decision.how().advisory()
                        + " in segment "
                        + decision.how().segment()
                        + (decision.advisory().source().isEmpty()
                                ? ""
                                : " (" + decision.advisory().source() + ")"));
        lines.add("  range      " + decision.how().range());
        if (!decision.how().compared().isEmpty()) {
            lines.add("  compared   " + decision.how().compared());
        }
        lines.add("  matched by " + matchedBy(decision));
        for (Location location : installed.locations()) {
            lines.add("  found in   " + location(location));
        }
        return lines;
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Affected(List<String> fixedIn) ->
                    fixedIn.isEmpty()
                            ? "affected, no fixed version is known"
                            : "affected, fixed in " + String.join(", ", fixedIn);
            case Verdict.NotAffected(String because) -> "not affected: " + because;
            case Verdict.Undetermined(String because) -> "undetermined: " + because;
        };
    }

    private static String matchedBy(Decision decision) {
        return switch (decision.how().kind()) {
            case PACKAGE -> "the package's own name";
            case SOURCE_PACKAGE ->
                    "its source package "
                            + decision.installed()
                                    .record()
                                    .source()
                                    .map(source -> source.name() + " " + source.version())
                                    .orElse("");
            case CLASS_FINGERPRINT -> "its classes";
            case CPE -> "its CPE";
        };
    }

    private static String location(Location location) {
        String detail = location.evidence().detail();
        return location.evidence().path()
                + location.layer().map(layer -> ", layer " + layer).orElse("")
                + ", identified by "
                + location.evidence().identifiedBy().word()
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    /// Which packages the vulnerability concerns, where none of them is in the target.
    private static List<String> absent(String id, AdvisoryStore store) {
        TreeSet<String> concerned = new TreeSet<>();
        for (SegmentInfo info : store.index().segments()) {
            if (info.kind() == SegmentInfo.Kind.ADVISORIES) {
                AdvisorySegment segment = store.advisories(info);
                segment.packagesOf(id).forEach(name -> concerned.add(info.name() + ": " + name));
            }
        }
        if (concerned.isEmpty()) {
            return List.of("  no advisory of this store names it");
        }
        List<String> lines = new ArrayList<>();
        lines.add("  the advisories name it for these, and none of them is in the target:");
        concerned.stream().limit(SHOWN).forEach(each -> lines.add("    " + each));
        if (concerned.size() > SHOWN) {
            lines.add("    and " + (concerned.size() - SHOWN) + " more");
        }
        return lines;
    }

    /// What could not be judged at all may still have it.
    private static List<String> unjudged(Assessment assessment, ScannedTarget target) {
        long count =
                target.inventory().packages().stream()
                        .filter(each -> !assessment.assessedOf(each.id()).assessed())
                        .count();
        List<String> lines = new ArrayList<>();
        if (count > 0) {
            lines.add("");
            lines.add(
                    plural(count, "package", "packages") + " could not be judged and may have it");
        }
        return lines;
    }
}
