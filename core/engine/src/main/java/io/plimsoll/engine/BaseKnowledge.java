package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.ReleaseCycle;
import io.plimsoll.base.advice.Judged;
import io.plimsoll.base.advice.Knowledge;
import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.Products;
import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.match.Matcher;
import io.plimsoll.match.SupportEnd;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.Badge;
import io.plimsoll.model.BaseFacts.Software;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SeverityCounts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an advisory store, the index and the user say of base images.
final class BaseKnowledge implements Knowledge {
    private final AdvisoryStore store;
    private final LocalDate today;
    private final TrustList trusted;
    private final Optional<BaseRecognition> recognition;
    private final Products products = Products.load();
    private final Map<Digest, Judged> judged = new HashMap<>();

    /// @param recognition gives the packages of indexed images; empty where there is no index
    BaseKnowledge(
            AdvisoryStore store,
            LocalDate today,
            TrustList trusted,
            Optional<BaseRecognition> recognition) {
        this.store = store;
        this.today = today;
        this.trusted = trusted;
        this.recognition = recognition;
    }

    @Override
    public Support support(SystemRelease system) {
        return SupportEnd.of(
                new Distribution(system.id(), system.release(), "", "", List.of(), ""),
                store,
                today);
    }

    @Override
    public Optional<Software> software(ImageName name, List<Long> numbers) {
        Optional<String> product = products.of(name.repository());
        if (product.isEmpty()) {
            return Optional.empty();
        }
        return Products.release(numbers, store.cycles(product.get()), ReleaseCycle::cycle)
                .map(release ->
                        new Software(
                                name.repository() + " " + release.cycle(),
                                SupportEnd.of(release, today)));
    }

    @Override
    public List<Badge> badges(ImageName name, Optional<IndexedImage> indexed) {
        List<Badge> badges = new ArrayList<>();
        if (name.isOfficial() && !store.officialImages(name.repository()).isEmpty()) {
            badges.add(
                    new Badge(
                            Badge.Kind.OFFICIAL,
                            "Docker Official Image",
                            "its name stands in docker-library/official-images"));
        }
        badges.addAll(trusted.badges(name));
        indexed.ifPresent(image ->
                image.signedBy()
                        .ifPresent(key ->
                                badges.add(
                                        new Badge(
                                                Badge.Kind.SIGNED,
                                                "Signed by " + key,
                                                "verified when it was indexed, on "
                                                        + image.indexed()))));
        return badges;
    }

    @Override
    public Judged judge(IndexedImage image) throws IOException {
        Judged known = judged.get(image.chain());
        if (known != null) {
            return known;
        }
        Inventory inventory = recognition.orElseThrow().packages(image);
        Assessment assessment = new Matcher(store, today).assess(inventory);
        Judged fresh = judged(assessment.findings(), inventory.packages(), assessment);
        judged.put(image.chain(), fresh);
        return fresh;
    }

    /// The judgement of some packages of an image.
    static Judged judged(
            List<Finding> findings, List<InstalledPackage> packages, Assessment assessment) {
        Map<String, Severity> worst = new HashMap<>();
        for (Finding finding : findings) {
            worst.merge(
                    finding.id(),
                    finding.severity(),
                    (left, right) -> left.isAtLeast(right) ? left : right);
        }
        int rest = 0;
        for (InstalledPackage each : packages) {
            rest += assessment.assessedOf(each.id()).assessed() ? 0 : 1;
        }
        return new Judged(SeverityCounts.of(findings), worst, packages.size(), rest);
    }
}
