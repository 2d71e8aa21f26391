package io.plimsoll.catalog;

import io.plimsoll.model.ImagePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The selectors of all catalogers as a few hash tables: a path is looked up once for all of them.
public final class SelectorIndex {
    private final Map<String, List<Cataloger>> byPath = new HashMap<>();
    private final Map<String, List<Cataloger>> byDirectory = new HashMap<>();
    private final Map<String, List<Cataloger>> byName = new HashMap<>();
    private final Map<String, List<Cataloger>> bySuffix = new HashMap<>();
    private final Map<String, List<Cataloger>> byPathSuffix = new HashMap<>();
    private final Set<String> companions = new LinkedHashSet<>();
    private final List<Cataloger> catalogers;

    public SelectorIndex(List<Cataloger> catalogers) {
        this.catalogers = List.copyOf(catalogers);
        for (Cataloger cataloger : catalogers) {
            Selector selector = cataloger.selector();
            put(byPath, selector.paths(), cataloger);
            put(byDirectory, selector.directories(), cataloger);
            put(byName, selector.names(), cataloger);
            put(bySuffix, selector.suffixes(), cataloger);
            put(byPathSuffix, selector.pathSuffixes(), cataloger);
            companions.addAll(selector.companions());
        }
    }

    public List<Cataloger> catalogers() {
        return catalogers;
    }

    /// The exact paths and folders that any selector names.
    public Set<String> fixedPaths() {
        Set<String> fixed = new LinkedHashSet<>(byPath.keySet());
        fixed.addAll(byDirectory.keySet());
        return fixed;
    }

    /// The catalogers that want a file, without repeats.
    public List<Cataloger> select(String path) {
        String name = ImagePath.name(path);
        List<Cataloger> selected = new ArrayList<>(2);
        addTo(selected, byPath.get(path));
        addTo(selected, byDirectory.get(ImagePath.parent(path)));
        addTo(selected, byName.get(name));
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            addTo(selected, bySuffix.get(name.substring(dot).toLowerCase(Locale.ROOT)));
        }
        byPathSuffix.forEach((suffix, all) -> {
            if (path.endsWith(suffix)) {
                addTo(selected, all);
            }
        });
        return selected;
    }

    /// The suffixes that companions of selected files may have.
    public Set<String> companions() {
        return companions;
    }

    private static void put(
            Map<String, List<Cataloger>> table, Set<String> keys, Cataloger cataloger) {
        keys.forEach(key -> table.computeIfAbsent(key, any -> new ArrayList<>()).add(cataloger));
    }

    private static void addTo(
            List<Cataloger> selected, @org.jspecify.annotations.Nullable List<Cataloger> more) {
        if (more != null) {
            for (Cataloger cataloger : more) {
                if (!selected.contains(cataloger)) {
                    selected.add(cataloger);
                }
            }
        }
    }
}
