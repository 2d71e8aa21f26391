package io.plimsoll.match;

import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.model.Assessed;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.DataSource;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Holds an inventory against the advisory store.
public final class Matcher {
    private final AdvisoryStore store;
    private final LocalDate today;

    /// @param today the day that ends of support are reckoned from
    public Matcher(AdvisoryStore store, LocalDate today) {
        this.store = store;
        this.today = today;
    }

    /// Judges every package.
    ///
    /// @throws java.io.UncheckedIOException if a segment of the store cannot be read
    public Assessment assess(Inventory inventory) {
        return new Run(inventory).assess();
    }

    /// Every word of the advisories on the packages of an inventory that concerns a vulnerability, by
    /// any of its ids.
    public List<Decision> decisionsOn(String id, Inventory inventory) {
        Judge judge = new Judge(store, inventory);
        return inventory.packages().stream()
                .filter(each -> each.owner().isEmpty())
                .flatMap(each -> judge.decide(each).stream())
                .filter(decision -> concerns(decision, id))
                .toList();
    }

    private static boolean concerns(Decision decision, String id) {
        return decision.advisory().id().equalsIgnoreCase(id)
                || decision.advisory().aliases().stream().anyMatch(id::equalsIgnoreCase)
                || decision.advisory().upstream().stream().anyMatch(id::equalsIgnoreCase);
    }

    /// The state of one assessment.
    private final class Run {
        private final Inventory inventory;
        private final Judge judge;
        private final FindingBuilder builder = new FindingBuilder(store);
        private final List<Finding> findings = new ArrayList<>();
        private final List<UndeterminedFinding> undetermined = new ArrayList<>();
        private final Map<String, Assessed> assessed = new TreeMap<>();
        private final Map<String, SegmentInfo> used = new TreeMap<>();

        Run(Inventory inventory) {
            this.inventory = inventory;
            this.judge = new Judge(store, inventory);
        }

        Assessment assess() {
            for (InstalledPackage installed : inventory.packages()) {
                if (installed.owner().isEmpty()) {
                    assess(installed);
                }
            }
            for (InstalledPackage installed : inventory.packages()) {
                installed.owner().ifPresent(owner -> inherit(installed, owner));
            }
            findings.sort(Comparator.comparing(Finding::packageId).thenComparing(Finding::id));
            undetermined.sort(
                    Comparator.comparing(UndeterminedFinding::packageId)
                            .thenComparing(UndeterminedFinding::id));
            return new Assessment(
                    findings,
                    undetermined,
                    assessed,
                    data(),
                    SupportEnd.of(inventory.distribution(), store, today));
        }

        private void assess(InstalledPackage installed) {
            List<AdvisorySegment> segments = judge.segments(installed);
            if (segments.isEmpty()) {
                assessed.put(
                        installed.id(),
                        Assessed.no(
                                NotAssessed.because(
                                        installed, inventory.distributionOf(installed))));
                return;
            }
            segments.forEach(segment -> used.put(segment.info().name(), segment.info()));
            Optional<String> lacking = NotAssessed.lacking(installed.record());
            if (lacking.isPresent()) {
                assessed.put(installed.id(), Assessed.no(lacking.get()));
                return;
            }
            assessed.put(installed.id(), Assessed.YES);
            VulnerabilityGroups.of(judge.decideUnlessRejected(installed)).forEach(this::judgeGroup);
        }

        private void inherit(InstalledPackage installed, String owner) {
            Assessed ofOwner = assessed.getOrDefault(owner, Assessed.YES);
            assessed.put(
                    installed.id(),
                    new Assessed(ofOwner.assessed(), "part of " + owner + ", judged with it"));
        }

        private void judgeGroup(VulnerabilityGroups.Group group) {
            List<Decision> affected =
                    group.decisions().stream()
                            .filter(each -> each.verdict() instanceof Verdict.Affected)
                            .toList();
            if (!affected.isEmpty()) {
                findings.add(builder.build(group, affected));
                return;
            }
            Optional<Decision> open =
                    group.decisions().stream()
                            .filter(each -> each.verdict() instanceof Verdict.Undetermined)
                            .findFirst();
            open.ifPresent(decision -> addUndetermined(group.id(), decision));
        }

        private void addUndetermined(String id, Decision decision) {
            if (decision.verdict() instanceof Verdict.Undetermined(String because)) {
                undetermined.add(new UndeterminedFinding(id, decision.installed().id(), because));
            }
        }

        private List<DataSource> data() {
            for (SegmentInfo info : store.index().segments()) {
                if (info.kind() != SegmentInfo.Kind.ADVISORIES) {
                    used.put(info.name(), info);
                }
            }
            return used.values().stream()
                    .map(info ->
                            new DataSource(
                                    info.name(),
                                    String.join(", ", info.sources()),
                                    info.license(),
                                    info.modified(),
                                    info.records()))
                    .toList();
        }
    }
}
