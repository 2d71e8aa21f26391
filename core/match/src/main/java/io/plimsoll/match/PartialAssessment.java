package io.plimsoll.match;

import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.model.Assessed;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The judgement of some of the packages of an inventory.
final class PartialAssessment {
    private final Inventory inventory;
    private final Judge judge;
    private final FindingBuilder builder;
    private final List<Finding> findings = new ArrayList<>();
    private final List<UndeterminedFinding> undetermined = new ArrayList<>();
    private final Map<String, Assessed> assessed = new TreeMap<>();
    private final Map<String, SegmentInfo> used = new TreeMap<>();

    PartialAssessment(AdvisoryStore store, Inventory inventory) {
        this.inventory = inventory;
        this.judge = new Judge(store, inventory);
        this.builder = new FindingBuilder(store);
    }

    /// In the order of the packages.
    List<Finding> findings() {
        return findings;
    }

    /// In the order of the packages.
    List<UndeterminedFinding> undetermined() {
        return undetermined;
    }

    /// By package id.
    Map<String, Assessed> assessed() {
        return assessed;
    }

    /// Segments that had a say, by name.
    Map<String, SegmentInfo> used() {
        return used;
    }

    /// Adds what another part found.
    void add(PartialAssessment other) {
        findings.addAll(other.findings);
        undetermined.addAll(other.undetermined);
        assessed.putAll(other.assessed);
        used.putAll(other.used);
    }

    void assess(InstalledPackage installed) {
        List<AdvisorySegment> segments = judge.segments(installed);
        if (segments.isEmpty()) {
            assessed.put(
                    installed.id(),
                    Assessed.no(
                            NotAssessed.because(installed, inventory.distributionOf(installed))));
            return;
        }
        segments.forEach(segment -> used.put(segment.info().name(), segment.info()));
        Optional<String> lacking = NotAssessed.lacking(installed.record());
        if (lacking.isPresent()) {
            assessed.put(installed.id(), Assessed.no(lacking.get()));
            return;
        }
        assessed.put(installed.id(), Assessed.YES);
        for (VulnerabilityGroups.Group group :
                VulnerabilityGroups.of(judge.meetingsUnlessRejected(installed))) {
            judgeGroup(group);
        }
    }

    private void judgeGroup(VulnerabilityGroups.Group group) {
        List<Decision> affected = new ArrayList<>();
        Optional<Meeting> open = Optional.empty();
        for (Meeting meeting : group.meetings()) {
            switch (meeting.leaning()) {
                case AFFECTED -> affected.add(meeting.decision());
                case UNDETERMINED -> open = open.isEmpty() ? Optional.of(meeting) : open;
                case NOT_AFFECTED -> {}
            }
        }
        if (!affected.isEmpty()) {
            findings.add(builder.build(group, affected));
        } else if (open.isPresent()) {
            addUndetermined(group.id(), open.get().decision());
        }
    }

    private void addUndetermined(String id, Decision decision) {
        if (decision.verdict() instanceof Verdict.Undetermined(String because)) {
            undetermined.add(new UndeterminedFinding(id, decision.installed().id(), because));
        }
    }
}
