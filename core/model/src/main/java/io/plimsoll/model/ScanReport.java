package io.plimsoll.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All that a scan has to say, before it becomes bytes.
///
/// @param toolVersion version of this program
/// @param today the day that ages and ends of support are reckoned from
/// @param complete whether all of the target could be read
/// @param target what was scanned
/// @param inventory what is in it
/// @param assessment what is wrong with it
/// @param checks what is wrong with how it was built; empty where that was not asked
/// @param advice what could be used as its base image; empty where nothing is known of that
public record ScanReport(
        String toolVersion,
        LocalDate today,
        boolean complete,
        TargetDescription target,
        Inventory inventory,
        Assessment assessment,
        Optional<ImageChecks> checks,
        Optional<BaseAdvice> advice) {
    /// A report without checks and advice.
    public ScanReport(
            String toolVersion,
            LocalDate today,
            boolean complete,
            TargetDescription target,
            Inventory inventory,
            Assessment assessment) {
        this(
                toolVersion,
                today,
                complete,
                target,
                inventory,
                assessment,
                Optional.empty(),
                Optional.empty());
    }

    /// Findings, the worst first: severity, known exploitation, probability of exploitation, id.
    public static final Comparator<Finding> WORST_FIRST = ScanReport::compareUrgency;

    /// The same report with another judgement.
    public ScanReport with(Assessment other) {
        return new ScanReport(
                toolVersion, today, complete, target, inventory, other, checks, advice);
    }

    /// The same report of other content.
    public ScanReport with(Inventory other) {
        return new ScanReport(
                toolVersion, today, complete, target, other, assessment, checks, advice);
    }

    /// The same report with checks.
    public ScanReport with(Optional<ImageChecks> other) {
        return new ScanReport(
                toolVersion, today, complete, target, inventory, assessment, other, advice);
    }

    /// The same report with advice on the base image.
    public ScanReport advised(Optional<BaseAdvice> other) {
        return new ScanReport(
                toolVersion, today, complete, target, inventory, assessment, checks, other);
    }

    private static int compareUrgency(Finding left, Finding right) {
        int order = left.severity().compareTo(right.severity());
        if (order == 0) {
            order =
                    Boolean.compare(
                            left.facts().knownExploited().isEmpty(),
                            right.facts().knownExploited().isEmpty());
        }
        if (order == 0) {
            order = Double.compare(probability(right), probability(left));
        }
        if (order == 0) {
            order = left.id().compareTo(right.id());
        }
        return order != 0 ? order : left.packageId().compareTo(right.packageId());
    }

    private static double probability(Finding finding) {
        Optional<Epss> epss = finding.facts().epss();
        return epss.isPresent() ? epss.get().score() : 0;
    }

    /// The packages by their ids.
    public Map<String, InstalledPackage> packagesById() {
        return inventory.packages().stream()
                .collect(Collectors.toMap(InstalledPackage::id, Function.identity()));
    }

    /// The findings, the worst first.
    public List<Finding> worstFirst() {
        return assessment.findings().stream().sorted(WORST_FIRST).toList();
    }

    /// The oldest of the dates of the data it rests on; empty where none has a date.
    public Optional<LocalDate> oldestData() {
        return assessment.data().stream()
                .flatMap(data -> data.modified().stream())
                .min(LocalDate::compareTo);
    }
}
