package io.plimsoll.base.index;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the base image of an image in the index: by its layers, else by its history, else by its packages.
///
/// Layers are proof. A history that begins as that of a base image tells that it was built on another build of it, if most
/// of its packages are there in whatever version: `COPY rootfs /` begins the history of many. The
/// packages of an image whose layers were merged tell where the base image ended, as long as nobody removed many of them.
public final class BaseSearch {
    /// Of the base image's packages, in percent, that must be there in the same version.
    private static final int ENOUGH = 90;

    /// Of the base image's packages, in percent, that must be there in any version where the history fits.
    private static final int MOST = 50;

    private static final int ALL = 100;
    private static final int FEWEST = 3;

    private final BaseIndex index;
    private final Packages packages;

    /// Reads the packages of an indexed image.
    public interface Packages {
        Inventory of(IndexedImage image) throws IOException;
    }

    public BaseSearch(BaseIndex index, Packages packages) {
        this.index = index;
        this.packages = packages;
    }

    /// An image whose base is looked for.
    ///
    /// @param imageId digest of its configuration
    /// @param platform `linux/amd64`; empty where unknown
    /// @param diffIds of its layers, oldest first; empty where one is not known
    /// @param createdBy the history entry of each layer
    /// @param inventory what is in it
    public record Wanted(
            Optional<Digest> imageId,
            String platform,
            List<Digest> diffIds,
            List<String> createdBy,
            Inventory inventory) {
        public Wanted {
            diffIds = List.copyOf(diffIds);
            createdBy = List.copyOf(createdBy);
        }
    }

    /// The base image; empty where the index does not know it.
    ///
    /// @throws IOException if the index cannot be read
    public Optional<BaseMatch> find(Wanted wanted) throws IOException {
        Optional<BaseMatch> byLayers = byLayers(wanted);
        if (byLayers.isPresent()) {
            return byLayers;
        }
        List<IndexedImage> all =
                index.all().stream()
                        .filter(each ->
                                wanted.platform().isEmpty()
                                        || each.platform().equals(wanted.platform()))
                        .toList();
        Optional<BaseMatch> byHistory = byHistory(wanted, all);
        return byHistory.isPresent() ? byHistory : byPackages(wanted, all);
    }

    /// The longest beginning of the stack that the index has. All of it counts only where something else than layers was
    /// added, or where no beginning is known: then the image is a base image itself.
    private Optional<BaseMatch> byLayers(Wanted wanted) throws IOException {
        List<Digest> chain = ChainIds.of(wanted.diffIds());
        Optional<BaseMatch> itself = Optional.empty();
        for (int layers = chain.size(); layers > 0; layers--) {
            Optional<IndexedImage> found = index.find(chain.get(layers - 1));
            if (found.isEmpty()) {
                continue;
            }
            boolean same = layers == chain.size() && found.get().imageId().equals(wanted.imageId());
            String how =
                    same
                            ? "it is this image itself, by its layers"
                            : "its layers: the first " + layers + " of " + chain.size();
            BaseMatch match = new BaseMatch(found.get(), layers, Optional.empty(), how);
            if (!same) {
                return Optional.of(match);
            }
            itself = Optional.of(match);
        }
        return itself;
    }

    /// The base image whose history is the longest beginning of the image's.
    private Optional<BaseMatch> byHistory(Wanted wanted, List<IndexedImage> all)
            throws IOException {
        List<IndexedImage> fitting = new ArrayList<>();
        for (IndexedImage image : all) {
            if (isBeginning(image.createdBy(), wanted.createdBy()) && isAlike(image, wanted)) {
                fitting.add(image);
            }
        }
        return fitting.stream()
                .max(
                        Comparator.comparingInt((IndexedImage each) -> each.createdBy().size())
                                .thenComparing(
                                        each -> each.created().map(Object::toString).orElse("")))
                .map(each ->
                        new BaseMatch(
                                each,
                                each.createdBy().size(),
                                Optional.empty(),
                                "its history, which begins with the "
                                        + each.createdBy().size()
                                        + (each.createdBy().size() == 1 ? " step" : " steps")
                                        + " of this image; the layers are of another build of it"));
    }

    private boolean isAlike(IndexedImage image, Wanted wanted) throws IOException {
        if (!image.distribution().id().equals(wanted.inventory().distribution().id())) {
            return false;
        }
        Set<String> there = ofSystem(wanted.inventory().packages(), BaseSearch::name);
        Set<String> base = ofSystem(packages.of(image).packages(), BaseSearch::name);
        long found = base.stream().filter(there::contains).count();
        return found > 0 && found * ALL >= (long) base.size() * MOST;
    }

    private static boolean isBeginning(List<String> base, List<String> whole) {
        return base.size() < whole.size()
                && base.stream().noneMatch(String::isBlank)
                && whole.subList(0, base.size()).equals(base);
    }

    /// The base image of which the most packages are there, if nearly all of its are.
    private Optional<BaseMatch> byPackages(Wanted wanted, List<IndexedImage> all)
            throws IOException {
        Set<String> there = ofSystem(wanted.inventory().packages(), BaseSearch::key);
        Optional<BaseMatch> best = Optional.empty();
        int most = FEWEST - 1;
        for (IndexedImage image : all) {
            if (!mayBeIn(image, wanted)) {
                continue;
            }
            List<InstalledPackage> base = packages.of(image).packages();
            Set<String> names = ofSystem(base, BaseSearch::key);
            int count = names.size();
            int found = (int) names.stream().filter(there::contains).count();
            if (found > most && found * ALL >= count * ENOUGH) {
                most = found;
                String how =
                        "its packages: "
                                + found
                                + " of the "
                                + count
                                + " of this image are there in the same version; the layers do not"
                                + " tell";
                best =
                        Optional.of(
                                new BaseMatch(image, 0, Optional.of(new ArrayList<>(base)), how));
            }
        }
        return best;
    }

    /// Whether it is worth reading the packages of an indexed image: it is of the same release of a distribution, and has
    /// not many more of them.
    private static boolean mayBeIn(IndexedImage image, Wanted wanted) {
        Distribution system = wanted.inventory().distribution();
        return system.isKnown()
                && image.distribution().id().equals(system.id())
                && image.distribution().versionId().equals(system.versionId())
                && (long) image.packages() * ENOUGH
                        <= (long) wanted.inventory().packages().size() * ALL
                && !image.diffIds().equals(wanted.diffIds());
    }

    private static Set<String> ofSystem(
            List<InstalledPackage> packages, Function<InstalledPackage, String> name) {
        return packages.stream()
                .filter(each -> each.record().type().isSystem())
                .map(name)
                .collect(Collectors.toSet());
    }

    private static String name(InstalledPackage each) {
        return each.record().fullName();
    }

    /// What makes two packages of two images the same.
    public static String key(InstalledPackage each) {
        return each.record().type()
                + " "
                + each.record().fullName()
                + " "
                + each.record().version()
                + " "
                + each.record().architecture();
    }
}
