package io.plimsoll.engine;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.image.LayerResult;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects a layer's inventory while its entries pass: hands selected files to catalogers, notes
/// what hides the layers below.
final class LayerVisitor implements EntryVisitor {
    private static final int ANY_EXECUTE = 0111;

    private final SelectorIndex index;
    private final Limits limits;
    private final Path spoolFolder;
    private final LinkPlaces linkPlaces;
    private final Companions companions;
    private final Map<String, List<FileCatalog>> catalogs = new LinkedHashMap<>();
    private final PathSet.Builder files = PathSet.builder();
    private final List<String> whiteouts = new ArrayList<>();
    private final List<String> opaque = new ArrayList<>();
    private final Map<String, String> links = new TreeMap<>();
    private final Map<String, Boolean> executables = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    LayerVisitor(SelectorIndex index, Limits limits, Path spoolFolder) {
        this.index = index;
        this.limits = limits;
        this.spoolFolder = spoolFolder;
        this.linkPlaces = new LinkPlaces(index);
        this.companions = new Companions(index, limits);
    }

    @Override
    public void entry(LayerEntry entry) throws IOException, InterruptedException {
        switch (entry.kind()) {
            case FILE -> file(entry);
            case SYMLINK -> link(entry, entry.linkTarget());
            // A hard link's target is absolute already; resolved like a symbolic link it is itself.
            case HARDLINK -> {
                link(entry, entry.linkTarget());
                executables.put(entry.path(), executables.getOrDefault(entry.linkTarget(), false));
            }
            case WHITEOUT -> whiteouts.add(entry.path());
            case OPAQUE -> opaque.add(entry.path());
            case OTHER -> other(entry);
            case DIRECTORY -> {}
        }
    }

    /// The inventory, once all entries have passed.
    LayerInventory finish(LayerResult result) throws IOException, InterruptedException {
        for (Companions.Complete complete : companions.complete()) {
            for (Cataloger cataloger : complete.catalogers()) {
                run(cataloger, complete.file());
            }
        }
        problems.addAll(result.problems());
        return new LayerInventory(
                result.diffId(),
                result.uncompressedSize(),
                catalogs.values().stream().flatMap(List::stream).toList(),
                files.build(),
                whiteouts,
                opaque,
                links,
                executables.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList(),
                problems);
    }

    private void file(LayerEntry entry) throws IOException, InterruptedException {
        String path = entry.path();
        files.add(path);
        catalogs.remove(path);
        List<Cataloger> selected = index.select(path);
        if (companions.takes(entry, selected, problems)) {
            return;
        }
        if (!selected.isEmpty()) {
            catalog(entry, selected);
        } else if ((entry.mode() & ANY_EXECUTE) != 0) {
            executables.put(path, NativeCode.is(entry));
        }
    }

    /// Hands a file to its catalogers: as it passes where one wants it, from memory where several do.
    private void catalog(LayerEntry entry, List<Cataloger> selected)
            throws IOException, InterruptedException {
        try (Spool spool = new Spool(spoolFolder, limits)) {
            EntryFile passing = new EntryFile(entry, spool, limits);
            CatalogFile file =
                    selected.size() == 1
                            ? passing
                            : new FileBytes(entry.path(), passing.bytes(), Map.of(), limits);
            for (Cataloger cataloger : selected) {
                run(cataloger, file);
            }
        } catch (LimitExceededException tooLarge) {
            problems.add(Problem.of(entry.path(), "engine", ProblemKind.LIMIT, message(tooLarge)));
        }
    }

    private void run(Cataloger cataloger, CatalogFile file)
            throws IOException, InterruptedException {
        Catalog catalog = guarded(cataloger, file);
        problems.addAll(catalog.problems());
        boolean empty =
                catalog.packages().isEmpty()
                        && catalog.ownerships().isEmpty()
                        && catalog.distribution().isEmpty();
        if (!empty) {
            catalogs.computeIfAbsent(file.path(), any -> new ArrayList<>())
                    .add(
                            new FileCatalog(
                                    file.path(),
                                    cataloger.id(),
                                    catalog.packages(),
                                    catalog.ownerships(),
                                    catalog.distribution()));
        }
    }

    /// Catalogers do not throw for bad content. Should one do so all the same, its file is a problem
    /// and no other is lost.
    private static Catalog guarded(Cataloger cataloger, CatalogFile file)
            throws IOException, InterruptedException {
        try {
            return cataloger.catalog(file);
        } catch (RuntimeException | StackOverflowError defect) {
            return Catalog.of(
                    List.of(),
                    List.of(
                            Problem.of(
                                    file.path(),
                                    cataloger.id(),
                                    ProblemKind.UNREADABLE,
                                    "it could not be analysed ("
                                            + defect
                                            + "): please report it with the file")));
        }
    }

    private void link(LayerEntry entry, String target) {
        files.add(entry.path());
        catalogs.remove(entry.path());
        if (linkPlaces.matters(entry.path())) {
            links.put(entry.path(), target);
        }
    }

    /// Notes what somebody else found out about an entry.
    void problem(Problem problem) {
        problems.add(problem);
    }

    /// A device, fifo or socket where a package database should be is no database.
    private void other(LayerEntry entry) {
        files.add(entry.path());
        catalogs.remove(entry.path());
        if (!index.select(entry.path()).isEmpty()) {
            problems.add(
                    Problem.of(
                            entry.path(),
                            "engine",
                            ProblemKind.UNREADABLE,
                            "a file is wanted here, this is a device, fifo or socket"));
        }
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
