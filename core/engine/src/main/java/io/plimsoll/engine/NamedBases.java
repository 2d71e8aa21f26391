package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.OfficialImage;
import io.plimsoll.base.advice.Candidate;
import io.plimsoll.base.advice.Candidates;
import io.plimsoll.base.advice.CurrentBase;
import io.plimsoll.base.advice.Judged;
import io.plimsoll.base.advice.OwnPackages;
import io.plimsoll.base.advice.Recommender;
import io.plimsoll.base.catalogue.ImageBuild;
import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.image.Platform;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Relation;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of base images by their names alone, as a Dockerfile has them.
public final class NamedBases implements AutoCloseable {
    /// What may be taken without a change of the software.
    private static final Set<Relation> NEAR = EnumSet.of(Relation.MINOR, Relation.SLIMMER);

    private final AdvisoryStore store;
    private final String platform;
    private final BaseKnowledge knowledge;
    private final List<IndexedImage> indexed;

    private NamedBases(
            AdvisoryStore store,
            String platform,
            BaseKnowledge knowledge,
            List<IndexedImage> indexed) {
        this.store = store;
        this.platform = platform;
        this.knowledge = knowledge;
        this.indexed = indexed;
    }

    /// Opens the advisory data and the index.
    ///
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if the advisory data cannot be used
    /// @throws IOException if the index cannot be read
    public static NamedBases open(ScanOptions options, Progress progress) throws IOException {
        AdvisoryStore store = AdvisoryStore.open(options.store());
        Optional<BaseRecognition> index =
                options.bases().map(any -> new BaseRecognition(options, progress));
        List<IndexedImage> indexed = index.isPresent() ? index.get().index().all() : List.of();
        return new NamedBases(
                store,
                options.platform()
                        .orElseGet(() -> Platform.linuxOn(System.getProperty("os.arch", "amd64")))
                        .toString(),
                new BaseKnowledge(store, options.today(), TrustList.empty(), index),
                indexed);
    }

    /// What is known of an image, and what is better; empty where its name says nothing.
    ///
    /// @param image what its name tells
    /// @param better the best of the indexed images that are near it and have fewer vulnerabilities
    public record Named(BaseFacts image, Optional<Recommendation> better) {}

    /// What is known of an image by its name.
    ///
    /// @throws IOException if the packages of an indexed image cannot be read
    public Named of(String reference) throws IOException {
        ImageName name = ImageName.parse(reference);
        List<OfficialImage> official = store.officialImages(name.repository());
        Optional<IndexedImage> known =
                indexed.stream()
                        .filter(each -> each.names().contains(name.toString()))
                        .filter(each -> each.platform().equals(platform))
                        .reduce((first, last) -> last);
        Optional<SystemRelease> system =
                known.isPresent() ? known.map(NamedBases::system) : system(name, official);
        Optional<Judged> judged =
                known.isPresent() ? Optional.of(knowledge.judge(known.get())) : Optional.empty();
        BaseFacts facts =
                new BaseFacts(
                        name.toString(),
                        name.digest(),
                        knowledge.badges(name, known),
                        system.map(each -> (each.id() + " " + each.release()).strip()).orElse(""),
                        system.map(knowledge::support).orElse(Support.UNKNOWN),
                        knowledge.software(name, Candidates.numbers(name, official)),
                        known.map(each -> Recommender.content(each, judged.orElseThrow())));
        return new Named(facts, better(name, known, judged, system, facts));
    }

    private Optional<Recommendation> better(
            ImageName name,
            Optional<IndexedImage> known,
            Optional<Judged> judged,
            Optional<SystemRelease> system,
            BaseFacts facts)
            throws IOException {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> candidates =
                Candidates.of(
                                new CurrentBase(name, known, platform),
                                store.officialImages(name.repository()),
                                indexed)
                        .stream()
                        .filter(each -> NEAR.contains(each.relation()))
                        .filter(each -> each.indexed().isPresent())
                        .toList();
        return new Recommender(
                        new Recommender.Current(facts, system, judged),
                        new OwnPackages(false, List.of(), 0),
                        knowledge)
                .weigh(candidates).stream()
                        .filter(each -> !each.worse() && !each.image().isOver())
                        .filter(each -> isBetter(each.image(), facts))
                        .findFirst();
    }

    private static boolean isBetter(BaseFacts image, BaseFacts than) {
        return image.counts().isPresent()
                && than.counts().isPresent()
                && image.counts().get().compareWorst(than.counts().get()) < 0;
    }

    private static SystemRelease system(IndexedImage image) {
        return SystemRelease.of(image.distribution());
    }

    private static Optional<SystemRelease> system(ImageName name, List<OfficialImage> official) {
        return official.stream()
                .filter(each -> each.isTagged(name.tag()))
                .findFirst()
                .map(each -> ImageBuild.of(name.repository(), each))
                .orElseGet(() -> ImageBuild.of(name.repository(), List.of(name.tag())))
                .system();
    }

    @Override
    public void close() {
        store.close();
    }
}
