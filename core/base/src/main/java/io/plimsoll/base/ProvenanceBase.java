package io.plimsoll.base;

import io.plimsoll.attest.provenance.BuildFile;
import io.plimsoll.attest.provenance.LayerChains;
import io.plimsoll.attest.provenance.Material;
import io.plimsoll.attest.provenance.Provenance;
import io.plimsoll.dockerfile.BaseImageName;
import io.plimsoll.dockerfile.Build;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Origin;
import io.plimsoll.model.SourceLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the provenance of an image tells of its base image.
///
/// The layers of the build's steps tell it best, for they name the image that the result's oldest
/// layers are of; then the Dockerfile; then the images of the build, where there is only one and the
/// oldest layer was not made by the build. Where none of these tells, there are candidates.
///
/// @param base empty for an image built on nothing, and where it is not told
/// @param candidates images of which one may be the base; none where the base is told, or is nothing
/// @param layers who made each layer, oldest first, as many as the image has; unknown where not told
public record ProvenanceBase(
        Optional<BaseImage> base, List<BaseImage> candidates, List<LayerOrigin> layers) {
    private static final LayerOrigin UNKNOWN = new LayerOrigin(Origin.UNKNOWN, Optional.empty());

    /// What BuildKit writes as the comment of each step of a Dockerfile.
    private static final String STEP = "buildkit.dockerfile.v0";

    public ProvenanceBase {
        candidates = List.copyOf(candidates);
        layers = List.copyOf(layers);
    }

    /// Holds provenance against an image.
    public static ProvenanceBase of(Provenance provenance, BuiltImage image) {
        Optional<Told> byFile = byFile(provenance, image);
        Optional<Told> told =
                byLayers(provenance, image, byFile)
                        .or(() -> byFile)
                        .or(() -> onlyOne(provenance, image));
        List<LayerOrigin> unknown = new ArrayList<>();
        for (int i = 0; i < image.layers(); i++) {
            unknown.add(UNKNOWN);
        }
        return told.isPresent()
                ? new ProvenanceBase(
                        told.get().image().map(each -> base(each, told.get(), provenance)),
                        List.of(),
                        told.get().layers().isEmpty() ? unknown : told.get().layers())
                : new ProvenanceBase(Optional.empty(), candidates(provenance), unknown);
    }

    /// An answer.
    ///
    /// @param image empty where the image was built on nothing
    /// @param layers who made them; empty where it is not told
    private record Told(
            Optional<Material> image, Optional<SourceLine> from, List<LayerOrigin> layers) {}

    private static BaseImage base(Material image, Told told, Provenance provenance) {
        return new BaseImage(image.reference(), image.digest(), how(provenance), told.from());
    }

    private static String how(Provenance provenance) {
        return "provenance (" + provenance.by() + ")";
    }

    private static List<BaseImage> candidates(Provenance provenance) {
        return provenance.materials().stream()
                .map(each ->
                        new BaseImage(
                                each.reference(), each.digest(), how(provenance), Optional.empty()))
                .toList();
    }

    private static Optional<Told> byLayers(
            Provenance provenance, BuiltImage image, Optional<Told> byFile) {
        Optional<LayerChains> chains =
                provenance.chains().filter(each -> each.result().size() == image.layers());
        if (chains.isEmpty()) {
            return Optional.empty();
        }
        List<LayerChains.Source> bases = chains.get().bases();
        if (bases.isEmpty()) {
            List<LayerOrigin> own = agreeing(byFile, 0).orElse(origins(0, image.layers()));
            return Optional.of(new Told(Optional.empty(), Optional.empty(), own));
        }
        int count = bases.getFirst().layers().size();
        Optional<Material> named = byFile.flatMap(Told::image);
        Optional<Material> chosen =
                bases.stream()
                        .map(LayerChains.Source::image)
                        .filter(each -> bases.size() == 1 || Optional.of(each).equals(named))
                        .findFirst();
        List<LayerOrigin> layers = agreeing(byFile, count).orElse(origins(count, image.layers()));
        return chosen.map(each ->
                new Told(
                        chosen,
                        named.equals(chosen) ? byFile.flatMap(Told::from) : Optional.empty(),
                        layers));
    }

    private static List<LayerOrigin> origins(int base, int all) {
        List<LayerOrigin> origins = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            origins.add(new LayerOrigin(i < base ? Origin.BASE : Origin.OWN, Optional.empty()));
        }
        return origins;
    }

    /// The layers as the Dockerfile tells them, where it finds as many of the base image.
    private static Optional<List<LayerOrigin>> agreeing(Optional<Told> byFile, int base) {
        return byFile.map(Told::layers)
                .filter(layers -> !layers.isEmpty())
                .filter(layers ->
                        layers.stream().filter(each -> each.origin() == Origin.BASE).count()
                                == base);
    }

    private static Optional<Told> byFile(Provenance provenance, BuiltImage image) {
        Provenance.Request request = provenance.request();
        if (provenance.dockerfile().isEmpty() || request.namesContexts()) {
            return Optional.empty();
        }
        BuildFile file = provenance.dockerfile().get();
        Dockerfile parsed = Dockerfile.parse(file.content());
        BuildArguments arguments =
                new BuildArguments(request.arguments(), request.target(), image.platform());
        Attribution attribution;
        BaseImageName name;
        try {
            name = Build.of(parsed, arguments).base();
            attribution =
                    Attribution.of(parsed, file.name(), arguments, image.history(), image.layers());
        } catch (IllegalArgumentException noSuchStage) {
            return Optional.empty();
        }
        List<LayerOrigin> layers =
                attribution.layers().contains(UNKNOWN) ? List.of() : attribution.layers();
        return switch (name) {
            case BaseImageName.Name(String reference, var from) ->
                    provenance.materials().stream()
                            .filter(each -> each.isNamed(reference))
                            .findFirst()
                            .map(each ->
                                    new Told(
                                            Optional.of(each),
                                            attribution.base().flatMap(BaseImage::source),
                                            layers));
            case BaseImageName.Scratch scratch ->
                    Optional.of(new Told(Optional.empty(), Optional.empty(), layers));
            case BaseImageName.Unresolvable unresolvable -> Optional.empty();
            case BaseImageName.NoFrom noFrom -> Optional.empty();
        };
    }

    /// An image of a build may be there only to copy from, and the result built on nothing. So the
    /// oldest layer must be older than the build, and not one that a Dockerfile of an application
    /// begins with: BuildKit marks its own steps, and of these ADD is what base images begin with.
    private static Optional<Told> onlyOne(Provenance provenance, BuiltImage image) {
        if (provenance.materials().size() != 1 || image.oldest().isEmpty()) {
            return Optional.empty();
        }
        BuiltImage.Oldest oldest = image.oldest().get();
        Optional<Instant> started = provenance.started();
        boolean older =
                started.isEmpty()
                        || oldest.created()
                                .filter(each -> each.isBefore(started.get()))
                                .isPresent();
        boolean isStep = oldest.comment().equals(STEP) && !oldest.createdBy().startsWith("ADD ");
        return older && !isStep
                ? Optional.of(
                        new Told(
                                Optional.of(provenance.materials().getFirst()),
                                Optional.empty(),
                                List.of()))
                : Optional.empty();
    }
}
