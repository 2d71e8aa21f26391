package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.OfficialImage;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.base.advice.Candidate;
import io.plimsoll.base.advice.Candidates;
import io.plimsoll.base.advice.CurrentBase;
import io.plimsoll.base.advice.Judged;
import io.plimsoll.base.advice.OwnPackages;
import io.plimsoll.base.advice.Recommender;
import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.base.index.BaseIndex;
import io.plimsoll.base.index.ChainIds;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what is known of the base image of a scanned target, and what could be used instead: builds that Docker's list
/// names and images that the user has indexed, these judged by the same advisory data as the target.
public final class BaseAdvisor {
    private final ScanOptions options;
    private final Progress progress;
    private final TrustList trusted;

    /// @param trusted the images that the user trusts
    public BaseAdvisor(ScanOptions options, Progress progress, TrustList trusted) {
        this.options = options;
        this.progress = progress;
        this.trusted = trusted;
    }

    /// The advice; empty where the base image of the target is not known.
    ///
    /// @param worse whether to name what is worse too
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if the advisory data cannot be used
    /// @throws IOException if the index cannot be read
    public Optional<BaseAdvice> advise(ScanReport report, boolean worse) throws IOException {
        if (report.target().base().isEmpty()) {
            return Optional.empty();
        }
        try (AdvisoryStore store = AdvisoryStore.open(options.store())) {
            return Optional.of(new Advice(store, report, worse).make());
        }
    }

    /// The report with advice, where there is an index that it could rest on.
    ///
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if the advisory data cannot be used
    /// @throws IOException if the index cannot be read
    public ScanReport advised(ScanReport report) throws IOException {
        boolean indexed = options.bases().filter(Files::isDirectory).isPresent();
        return indexed ? report.advised(advise(report, false)) : report;
    }

    /// One piece of advice with the store that it rests on.
    private final class Advice {
        private final AdvisoryStore store;
        private final ScanReport report;
        private final boolean worse;
        private final Optional<BaseRecognition> recognition =
                options.bases().map(any -> new BaseRecognition(options, progress));
        private final BaseKnowledge knowledge;

        Advice(AdvisoryStore store, ScanReport report, boolean worse) {
            this.store = store;
            this.report = report;
            this.worse = worse;
            this.knowledge = new BaseKnowledge(store, options.today(), trusted, recognition);
        }

        BaseAdvice make() throws IOException {
            progress.phase("comparing base images");
            BaseImage base = report.target().base().orElseThrow();
            ImageName name = ImageName.parse(base.reference());
            List<IndexedImage> all = indexed();
            Optional<IndexedImage> known = entry(name, base, all);
            Optional<Judged> inUse =
                    known.isPresent() ? Optional.of(knowledge.judge(known.get())) : brought();
            Optional<SystemRelease> system = system(known);
            BaseFacts facts = facts(base, name, known, inUse);
            List<Candidate> candidates =
                    Candidates.of(
                            new CurrentBase(name, known, report.target().platform()),
                            officials(name),
                            all);
            List<Recommendation> weighed =
                    new Recommender(
                                    new Recommender.Current(facts, system, inUse),
                                    OwnPackages.of(report.inventory()),
                                    knowledge)
                            .weigh(candidates);
            List<Recommendation> shown =
                    weighed.stream().filter(each -> worse || !each.worse()).toList();
            return new BaseAdvice(
                    base, facts, shown, weighed.size() - shown.size(), notes(name, weighed));
        }

        private List<IndexedImage> indexed() throws IOException {
            return recognition.isPresent() ? recognition.get().index().all() : List.of();
        }

        /// The entry of the image in use: by its layers, by its digest, else the newest of its name.
        private Optional<IndexedImage> entry(ImageName name, BaseImage base, List<IndexedImage> all)
                throws IOException {
            List<Digest> diffIds = new ArrayList<>();
            for (LayerSummary layer : report.target().layers()) {
                if (layer.origin() == Origin.BASE) {
                    layer.diffId().ifPresent(diffIds::add);
                }
            }
            if (!diffIds.isEmpty() && recognition.isPresent()) {
                BaseIndex index = recognition.get().index();
                Optional<IndexedImage> byLayers = index.find(ChainIds.of(diffIds).getLast());
                if (byLayers.isPresent()) {
                    return byLayers;
                }
            }
            Optional<Digest> digest = base.digest();
            if (digest.isPresent()) {
                return all.stream().filter(each -> each.isDigest(digest.get())).findFirst();
            }
            boolean told = !diffIds.isEmpty();
            return told
                    ? Optional.empty()
                    : all.stream()
                            .filter(each -> each.names().contains(name.toString()))
                            .filter(each -> each.platform().equals(report.target().platform()))
                            .reduce((first, last) -> last);
        }

        /// What the layers of the base image brought, where they are told apart.
        private Optional<Judged> brought() {
            if (!report.inventory().knowsOrigins()) {
                return Optional.empty();
            }
            List<Finding> findings =
                    report.assessment().findings().stream()
                            .filter(each -> each.origin() == Origin.BASE)
                            .toList();
            List<InstalledPackage> packages =
                    report.inventory().packages().stream()
                            .filter(each -> each.origin() == Origin.BASE)
                            .toList();
            return Optional.of(BaseKnowledge.judged(findings, packages, report.assessment()));
        }

        private Optional<SystemRelease> system(Optional<IndexedImage> known) {
            Distribution distribution =
                    known.map(IndexedImage::distribution).orElse(report.inventory().distribution());
            return distribution.isKnown()
                    ? Optional.of(SystemRelease.of(distribution))
                    : Optional.empty();
        }

        private BaseFacts facts(
                BaseImage base,
                ImageName name,
                Optional<IndexedImage> known,
                Optional<Judged> inUse) {
            Optional<BaseFacts.Content> content =
                    known.isPresent()
                            ? Optional.of(Recommender.content(known.get(), inUse.orElseThrow()))
                            : inUse.map(this::content);
            return new BaseFacts(
                    base.reference(),
                    base.digest(),
                    knowledge.badges(name, known),
                    known.map(each -> each.distribution().prettyName())
                            .orElse(report.inventory().distribution().prettyName()),
                    report.assessment().support(),
                    knowledge.software(name, Candidates.numbers(name, officials(name))),
                    content);
        }

        private BaseFacts.Content content(Judged inUse) {
            long size =
                    report.target().layers().stream()
                            .filter(each -> each.origin() == Origin.BASE)
                            .mapToLong(LayerSummary::size)
                            .sum();
            return new BaseFacts.Content(
                    inUse.counts(), inUse.packages(), inUse.notAssessed(), size, Optional.empty());
        }

        private List<OfficialImage> officials(ImageName name) {
            return store.officialImages(name.repository());
        }

        private List<String> notes(ImageName name, List<Recommendation> weighed) {
            List<String> notes = new ArrayList<>();
            if (report.assessment().support().ended()) {
                notes.add(
                        "its distribution is no longer supported: vulnerabilities found since then are"
                                + " not counted, which makes it look better than it is");
            }
            boolean unknown = weighed.stream().anyMatch(each -> each.image().content().isEmpty());
            if (unknown || weighed.isEmpty()) {
                notes.add(
                        "what is in other images is known once they are indexed: plimsoll base index"
                                + " registry:"
                                + name.repository()
                                + ":TAG");
            }
            store.index().segments().stream()
                    .filter(each -> each.kind() == SegmentInfo.Kind.IMAGES)
                    .flatMap(each -> each.modified().stream())
                    .findFirst()
                    .ifPresent(day -> notes.add("the list of official images is of " + day));
            return notes;
        }
    }
}
