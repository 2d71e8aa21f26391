package io.plimsoll.base.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The software of official images, and which of its releases a version is of.
///
/// Source: the product names of endoflife.date, in `products.tsv`.
public final class Products {
    private final Map<String, String> names;

    private Products(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /// Reads the table.
    public static Products load() {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = Products.class.getResourceAsStream("products.tsv");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    names.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Products(names);
    }

    /// The product that a repository of Docker's list is an image of, by endoflife.date's name.
    public Optional<String> of(String repository) {
        return Optional.ofNullable(names.get(repository));
    }

    /// Of some releases the one that a version is of: the most precise whose numbers the version begins with.
    ///
    /// @param numbers of the version, the first one first
    /// @param cycle gives the number of a release, such as `3.9`
    public static <T> Optional<T> release(
            List<Long> numbers, List<T> releases, Function<T, String> cycle) {
        Optional<T> found = Optional.empty();
        int most = 0;
        for (T release : releases) {
            List<Long> wanted = Versions.numbers(cycle.apply(release));
            boolean begins =
                    wanted.size() <= numbers.size()
                            && numbers.subList(0, wanted.size()).equals(wanted);
            if (begins && wanted.size() > most) {
                most = wanted.size();
                found = Optional.of(release);
            }
        }
        return found;
    }
}
