package io.plimsoll.match;

import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.Affected;
import io.plimsoll.advisory.PackageNames;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.How;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.SourcePackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Holds one package against the advisories for it.
final class Judge {
    private final AdvisoryStore store;
    private final Inventory inventory;

    Judge(AdvisoryStore store, Inventory inventory) {
        this.store = store;
        this.inventory = inventory;
    }

    /// Segments that hold the advisories for a package; empty where there is no data for it.
    List<AdvisorySegment> segments(InstalledPackage installed) {
        Distribution distribution = inventory.distributionOf(installed);
        PackageType type = installed.record().type();
        for (String ecosystem : Ecosystems.candidates(type, distribution)) {
            List<AdvisorySegment> segments = store.advisoriesOf(ecosystem);
            if (!segments.isEmpty()) {
                return segments;
            }
        }
        return List.of();
    }

    /// Every word of the advisories on a package, withdrawn advisories left out.
    List<Decision> decide(InstalledPackage installed) {
        List<Decision> decisions = new ArrayList<>();
        for (Meeting meeting : standing(meetings(installed))) {
            decisions.add(meeting.decision());
        }
        return decisions;
    }

    /// The package's meetings with advisories, withdrawn ones left out; none where no advisory says
    /// anything but "not affected": what rejected advisories are called need not be read then.
    List<Meeting> meetingsUnlessRejected(InstalledPackage installed) {
        List<Meeting> meetings = meetings(installed);
        for (Meeting meeting : meetings) {
            if (meeting.leaning() != Meeting.Leaning.NOT_AFFECTED) {
                return standing(meetings);
            }
        }
        return List.of();
    }

    private static List<Meeting> standing(List<Meeting> meetings) {
        List<Meeting> standing = new ArrayList<>(meetings.size());
        for (Meeting meeting : meetings) {
            if (!meeting.advisory().withdrawn()) {
                standing.add(meeting);
            }
        }
        return standing;
    }

    private List<Meeting> meetings(InstalledPackage installed) {
        List<Meeting> meetings = new ArrayList<>();
        for (AdvisorySegment segment : segments(installed)) {
            Set<Integer> judged = new HashSet<>();
            for (Name name : names(installed.record(), segment.info().ecosystem())) {
                List<Affected> found = segment.find(name.folded);
                for (Affected affected : found) {
                    if (!judged.contains(affected.advisory())) {
                        meetings.add(new Meeting(installed, name, segment, affected));
                    }
                }
                for (Affected affected : found) {
                    judged.add(affected.advisory());
                }
            }
        }
        return meetings;
    }

    /// A name to look up, the version that goes with it, and what the pair is.
    record Name(String folded, String version, How.Kind kind) {}

    /// The names of a package that an ecosystem's advisories may use, its own first. Advisories that
    /// name sources are asked for the source alone, with the source's own version.
    private static List<Name> names(PackageRecord record, String ecosystem) {
        String own = PackageNames.fold(ecosystem, record.fullName());
        Name binary = new Name(own, record.version(), How.Kind.PACKAGE);
        if (record.source().isEmpty()) {
            return List.of(binary);
        }
        SourcePackage from = record.source().get();
        String folded = PackageNames.fold(ecosystem, from.name());
        boolean same = folded.equals(own) && from.version().equals(record.version());
        if (same) {
            return List.of(binary);
        }
        Name source = new Name(folded, from.version(), How.Kind.SOURCE_PACKAGE);
        return Ecosystems.namesSources(ecosystem) ? List.of(source) : List.of(binary, source);
    }
}
