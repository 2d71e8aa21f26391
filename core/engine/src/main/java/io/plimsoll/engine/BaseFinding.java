package io.plimsoll.engine;

import io.plimsoll.base.Attribution;
import io.plimsoll.base.BaseAnnotations;
import io.plimsoll.base.HistoryEntry;
import io.plimsoll.base.LayerOrigin;
import io.plimsoll.base.ProvenanceBase;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells which layers and packages of an image come from its base image.
final class BaseFinding {
    private static final long MIB = 1024 * 1024;

    /// BuildKit takes no line of more than 64 KiB; a file of this size holds thousands of them.
    private static final long LARGEST = 16 * MIB;

    private final DockerfileOption option;

    BaseFinding(DockerfileOption option) {
        this.option = option;
    }

    /// The target with what its Dockerfile says.
    ///
    /// @throws IllegalArgumentException if the Dockerfile cannot be read
    ScannedTarget attributed(ScannedTarget target, ImageDescription image) {
        List<LayerSummary> layers = target.description().layers();
        Attribution found =
                Attribution.of(
                        Dockerfile.parse(bytes(option.file())),
                        option.file().toString(),
                        new BuildArguments(option.arguments(), option.target(), image.platform()),
                        image.config().history().stream()
                                .map(each -> new HistoryEntry(each.createdBy(), each.emptyLayer()))
                                .toList(),
                        layers.size());
        List<LayerSummary> told = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            LayerOrigin origin = found.layers().get(i);
            told.add(layers.get(i).from(origin.origin(), origin.source()));
        }
        TargetDescription description = target.description().attributed(found.base(), told);
        return target.with(description, withOrigins(target.inventory(), told, found.problems()));
    }

    /// The target with the base image that its manifest names, which nothing inherits.
    static ScannedTarget annotated(ScannedTarget target, ImageDescription image) {
        return named(target, BaseAnnotations.read(image.annotations(), "annotation"));
    }

    /// The target with the base image that a label names, which may be that of its base image.
    static ScannedTarget labelled(ScannedTarget target, ImageDescription image) {
        return named(target, BaseAnnotations.read(image.config().labels(), "label"));
    }

    private static ScannedTarget named(ScannedTarget target, Optional<BaseImage> base) {
        return target.with(
                target.description().attributed(base, target.description().layers()),
                target.inventory());
    }

    /// The target with what its builder states of its making; the same where it states nothing.
    ///
    /// @throws InterruptedIOException if the thread was interrupted
    static ScannedTarget attested(ScannedTarget target, Image image, Limits limits)
            throws InterruptedIOException {
        ImageProvenance read = ImageProvenance.of(image, limits);
        if (read.provenance().isEmpty() && read.problems().isEmpty()) {
            return target;
        }
        Optional<ProvenanceBase> told = read.base(image);
        List<LayerOrigin> origins = told.map(ProvenanceBase::layers).orElse(List.of());
        List<LayerSummary> layers = new ArrayList<>(target.description().layers());
        for (int i = 0; i < Math.min(origins.size(), layers.size()); i++) {
            layers.set(i, layers.get(i).from(origins.get(i).origin(), origins.get(i).source()));
        }
        return target.with(
                target.description().attributed(told.flatMap(ProvenanceBase::base), layers),
                withOrigins(target.inventory(), layers, read.problems()));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(
                        "the Dockerfile '" + file + "' has more than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the Dockerfile '" + file + "' cannot be read: " + unreadable, unreadable);
        }
    }

    static Inventory withOrigins(
            Inventory inventory, List<LayerSummary> layers, List<Problem> more) {
        Map<Digest, Origin> origins = new HashMap<>();
        // Of equal layers the oldest counts: what is in it was there first.
        layers.reversed()
                .forEach(each -> each.diffId().ifPresent(id -> origins.put(id, each.origin())));
        List<Problem> problems = new ArrayList<>(inventory.problems());
        problems.addAll(more);
        return new Inventory(
                inventory.distribution(),
                inventory.others(),
                inventory.packages().stream().map(each -> withOrigin(each, origins)).toList(),
                inventory.unownedExecutables(),
                problems.stream().distinct().sorted().toList());
    }

    /// A package in several places is the base image's only where each of them is: left out with the
    /// base image, it would be missed elsewhere.
    private static InstalledPackage withOrigin(
            InstalledPackage installed, Map<Digest, Origin> origins) {
        Origin all = installed.locations().isEmpty() ? Origin.UNKNOWN : Origin.BASE;
        for (Location location : installed.locations()) {
            Origin one =
                    location.layer()
                            .map(layer -> origins.getOrDefault(layer, Origin.UNKNOWN))
                            .orElse(Origin.UNKNOWN);
            if (one == Origin.OWN || (one == Origin.UNKNOWN && all == Origin.BASE)) {
                all = one;
            }
        }
        return installed.from(all);
    }

    /// Whether the layers of a target have been told apart.
    static boolean isKnown(TargetDescription target) {
        return !target.layers().isEmpty() && target.layers().getFirst().origin() != Origin.UNKNOWN;
    }

    /// The findings with the origin of their packages, and with the first of the layers that gave it.
    static Assessment attributed(Assessment assessment, ScannedTarget target) {
        Map<String, InstalledPackage> packages = new HashMap<>();
        target.inventory().packages().forEach(each -> packages.put(each.id(), each));
        Map<Digest, LayerSummary> layers = new HashMap<>();
        target.description()
                .layers()
                .reversed()
                .forEach(each -> each.diffId().ifPresent(id -> layers.put(id, each)));
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : assessment.findings()) {
            InstalledPackage installed = packages.get(finding.packageId());
            findings.add(installed == null ? finding : attributed(finding, installed, layers));
        }
        return assessment.with(findings, assessment.suppressed());
    }

    private static Finding attributed(
            Finding finding, InstalledPackage installed, Map<Digest, LayerSummary> layers) {
        for (Location location : installed.locations()) {
            LayerSummary layer = location.layer().map(layers::get).orElse(null);
            if (layer != null && layer.origin() == installed.origin()) {
                return finding.from(layer.origin(), layer.diffId(), layer.instruction());
            }
        }
        LayerSummary first = installed.layer().map(layers::get).orElse(null);
        return first == null
                ? finding
                : finding.from(installed.origin(), first.diffId(), first.instruction());
    }
}
