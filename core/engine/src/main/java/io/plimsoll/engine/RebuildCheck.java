package io.plimsoll.engine;

import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.image.Image;
import io.plimsoll.image.Layer;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Rebuild;
import io.plimsoll.model.Rebuild.Kind;
import io.plimsoll.model.Rebuild.Reason;
import io.plimsoll.model.Rebuild.Update;
import io.plimsoll.model.Relation;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription.LayerSummary;
import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds out whether a scanned image should be built anew: whether its base image was, by the index or by the registry, and
/// which packages its distribution has fixed since.
public final class RebuildCheck {
    private static final String ADVISORIES = "advisories";

    private final ScanOptions options;
    private final Progress progress;
    private final boolean asksRegistry;

    /// @param asksRegistry whether the registry is asked what the name of a base image means today
    public RebuildCheck(ScanOptions options, Progress progress, boolean asksRegistry) {
        this.options = options;
        this.progress = progress;
        this.asksRegistry = asksRegistry;
    }

    /// The answer for one scanned image.
    ///
    /// @throws IOException if the index cannot be read
    public Rebuild check(ScanReport report) throws IOException, InterruptedException {
        List<Reason> reasons = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<BaseAdvice> advice =
                new BaseAdvisor(options, progress, TrustList.empty()).advise(report, true);
        Optional<BaseFacts> newer = advice.flatMap(RebuildCheck::refresh);
        Map<String, Update> updates = new TreeMap<>();
        if (newer.isPresent()) {
            reasons.add(newer(newer.get()));
            inNewerBase(report, newer.get(), updates);
        }
        if (advice.isEmpty()) {
            notes.add("its base image is not known: whether that was built anew is not either");
        }
        Optional<String> onto = newer.map(RebuildCheck::pinned);
        if (asksRegistry && newer.isEmpty() && advice.isPresent()) {
            onto = registry(report, advice.get().base(), reasons, notes);
        }
        Map<String, Update> mended = new TreeMap<>();
        long fixed = fixed(report, mended);
        if (fixed > 0) {
            reasons.add(
                    new Reason(
                            Kind.FIXED_PACKAGES,
                            mended.size()
                                    + (mended.size() == 1
                                            ? " package has a newer version"
                                            : " packages have newer versions")
                                    + " in the distribution: that fixes "
                                    + fixed
                                    + (fixed == 1 ? " vulnerability" : " vulnerabilities")));
        }
        fixed(report, updates);
        if (report.assessment().support().ended()) {
            notes.add(
                    "its distribution is no longer supported: building it anew brings no more fixes,"
                            + " another base image does");
        }
        return new Rebuild(
                report.target(), reasons, onto, new ArrayList<>(updates.values()), notes);
    }

    private static Optional<BaseFacts> refresh(BaseAdvice advice) {
        return advice.recommendations().stream()
                .filter(each -> each.relation() == Relation.REFRESH)
                .map(each -> each.image())
                .findFirst();
    }

    private static Reason newer(BaseFacts image) {
        return new Reason(
                Kind.NEWER_BASE,
                image.reference()
                        + " was built anew"
                        + image.content()
                                .flatMap(BaseFacts.Content::created)
                                .map(time -> " at " + time)
                                .orElse("")
                        + ", by the index");
    }

    private static String pinned(BaseFacts image) {
        return image.digest()
                .map(digest -> image.reference() + "@" + digest)
                .orElse(image.reference());
    }

    /// What the registry has under the name today: the same where its layers are the oldest of the target.
    private Optional<String> registry(
            ScanReport report, BaseImage base, List<Reason> reasons, List<String> notes)
            throws InterruptedException {
        String name = ImageName.parse(base.reference()).toString();
        try (Image image = ImageKind.of("registry").orElseThrow().open(name, options, progress)) {
            List<Digest> digests = image.description().digests();
            boolean same =
                    base.digest().filter(digests::contains).isPresent() || isBelow(image, report);
            if (same) {
                return Optional.empty();
            }
            if (base.digest().isEmpty() && !BaseFinding.isKnown(report.target())) {
                notes.add(
                        "neither layers nor a digest tell which build of "
                                + name
                                + " is in use: whether the registry has a newer one is not known");
                return Optional.empty();
            }
            Optional<String> pinned =
                    digests.isEmpty()
                            ? Optional.of(name)
                            : Optional.of(name + "@" + digests.getLast());
            reasons.add(
                    new Reason(Kind.NEWER_BASE, name + " is another image in its registry by now"));
            return pinned;
        } catch (IOException | IllegalArgumentException unreachable) {
            notes.add(
                    "the registry was not asked about "
                            + name
                            + ": "
                            + String.valueOf(unreachable.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean isBelow(Image image, ScanReport report) {
        List<Optional<Digest>> base =
                image.layers().stream().map(Layer::description).map(each -> each.diffId()).toList();
        List<Optional<Digest>> whole =
                report.target().layers().stream().map(LayerSummary::diffId).toList();
        return base.size() <= whole.size()
                && base.stream().allMatch(Optional::isPresent)
                && whole.subList(0, base.size()).equals(base);
    }

    /// Notes for each package of the distribution the newest version that an advisory names as fixed.
    ///
    /// @return how many vulnerabilities that fixes
    private static long fixed(ScanReport report, Map<String, Update> updates) {
        Map<String, InstalledPackage> packages = report.packagesById();
        Set<String> ids = new HashSet<>();
        for (Finding finding : report.assessment().findings()) {
            InstalledPackage installed = packages.get(finding.packageId());
            if (installed != null
                    && installed.record().type().isSystem()
                    && finding.fix().state() == Fix.State.FIXED) {
                finding.fix()
                        .versions()
                        .forEach(version -> note(installed, version, ADVISORIES, updates));
                ids.add(finding.id());
            }
        }
        return ids.size();
    }

    /// Notes for each package of the target the version that a newer build of the base image has.
    private void inNewerBase(ScanReport report, BaseFacts newer, Map<String, Update> updates)
            throws IOException {
        BaseRecognition recognition = new BaseRecognition(options, progress);
        Optional<Instant> created = newer.content().flatMap(BaseFacts.Content::created);
        Map<String, String> versions = new HashMap<>();
        for (IndexedImage image : recognition.index().all()) {
            if (image.names().contains(newer.reference()) && image.created().equals(created)) {
                recognition
                        .packages(image)
                        .packages()
                        .forEach(each -> versions.put(key(each), each.record().version()));
            }
        }
        for (InstalledPackage installed : report.inventory().packages()) {
            String version = versions.getOrDefault(key(installed), "");
            if (!version.isEmpty() && installed.record().type().isSystem()) {
                note(installed, version, newer.reference(), updates);
            }
        }
    }

    private static String key(InstalledPackage each) {
        return each.record().type()
                + " "
                + each.record().name()
                + " "
                + each.record().architecture();
    }

    /// Notes a version that is newer than the installed one and than those noted before.
    private static void note(
            InstalledPackage installed,
            String version,
            String source,
            Map<String, Update> updates) {
        Update known = updates.get(installed.id());
        String least = known == null ? installed.record().version() : known.available();
        if (isNewer(installed.record().type(), version, least)) {
            updates.put(
                    installed.id(),
                    new Update(
                            installed.record().name(),
                            installed.record().version(),
                            version,
                            installed.origin(),
                            source));
        }
    }

    private static boolean isNewer(PackageType type, String version, String than) {
        Optional<VersionScheme> scheme = VersionSchemes.forType(type);
        try {
            return scheme.isPresent() && scheme.get().compare(version, than) > 0;
        } catch (InvalidVersionException unknownOrder) {
            return false;
        }
    }
}
