package io.plimsoll.fuzz;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Selector;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/// A cataloger over one file: bad content throws nothing, and the same bytes say the same twice.
record CatalogTarget(Cataloger cataloger) implements FuzzTarget {
    /// Low enough that a small input reaches them.
    static final Limits LIMITS =
            Limits.standard()
                    .with(Limit.NESTED_SIZE, 8 * 1024 * 1024)
                    .with(Limit.MEMORY_FILE, 8 * 1024 * 1024);

    @Override
    public void run(byte[] input) throws Exception {
        Catalog first = catalog(input);
        Catalog second = catalog(input);
        FuzzTarget.require(first.packages().equals(second.packages()), "other packages");
        FuzzTarget.require(first.problems().equals(second.problems()), "other problems");
        FuzzTarget.require(
                first.distribution().equals(second.distribution()), "another distribution");
    }

    private Catalog catalog(byte[] input) throws IOException, InterruptedException {
        MemorySegment bytes = MemorySegment.ofArray(input).asReadOnly();
        return cataloger.catalog(new MemoryFile(path(cataloger.selector()), bytes, LIMITS));
    }

    /// A path that the selector wants.
    static String path(Selector selector) {
        return first(selector.paths(), "")
                + first(selector.paths().isEmpty() ? selector.directories() : Set.of(), "/name")
                        .replaceFirst("^$", rest(selector));
    }

    private static String rest(Selector selector) {
        if (!selector.paths().isEmpty()) {
            return "";
        }
        if (!selector.pathSuffixes().isEmpty()) {
            return "/a" + first(selector.pathSuffixes(), "");
        }
        if (!selector.names().isEmpty()) {
            return "/usr/lib/node_modules/a/" + first(selector.names(), "");
        }
        return "/app/name-1.0" + first(selector.suffixes(), "");
    }

    private static String first(Set<String> values, String end) {
        return values.stream().sorted().findFirst().map(value -> value + end).orElse("");
    }
}
