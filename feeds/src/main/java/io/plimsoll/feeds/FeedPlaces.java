package io.plimsoll.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where each feed lies: all of them below one address, or each where its publisher has it.
///
/// @param bases the folder of each feed, by its name in a copy: `osv`, `nvd`, `epss`, `kev`, `eol`,
///     `official-images`
/// @param together whether they lie on one server, which is there for all or for none
public record FeedPlaces(Map<String, URI> bases, boolean together) {
    /// The names of the feeds.
    public static final List<String> NAMES =
            List.of("osv", "nvd", "epss", "kev", "eol", "official-images");

    public FeedPlaces {
        bases = Map.copyOf(bases);
        bases.values().forEach(FeedPlaces::demandWeb);
    }

    /// The publishers' own addresses.
    ///
    /// Source: google.github.io/osv.dev/data, nvd.nist.gov/vuln/data-feeds, first.org/epss/data_stats,
    /// cisa.gov/known-exploited-vulnerabilities-catalog, endoflife.date/docs/api, the repository
    /// docker-library/official-images.
    public static FeedPlaces ofPublishers() {
        return new FeedPlaces(
                Map.of(
                        "osv", URI.create("https://osv-vulnerabilities.storage.googleapis.com/"),
                        "nvd", URI.create("https://nvd.nist.gov/feeds/json/cve/2.0/"),
                        "epss", URI.create("https://epss.empiricalsecurity.com/"),
                        "kev", URI.create("https://www.cisa.gov/sites/default/files/feeds/"),
                        "eol", URI.create("https://endoflife.date/api/"),
                        "official-images",
                                URI.create(
                                        "https://github.com/docker-library/official-images/archive/refs/heads/")),
                false);
    }

    /// All feeds below one address.
    ///
    /// @param base folder of the feeds; a final slash is added where it lacks one
    /// @throws IllegalArgumentException if it is neither http nor https
    public static FeedPlaces below(URI base) {
        demandWeb(base);
        URI folder = folder(base);
        Map<String, URI> bases = new TreeMap<>();
        NAMES.forEach(name -> bases.put(name, folder.resolve(name + "/")));
        return new FeedPlaces(bases, true);
    }

    /// The same with a feed elsewhere.
    ///
    /// @throws IllegalArgumentException if there is no feed of that name, or the address is none
    public FeedPlaces with(String name, URI base) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "no feed is called '" + name + "'; there are " + String.join(", ", NAMES));
        }
        demandWeb(base);
        Map<String, URI> other = new TreeMap<>(bases);
        other.put(name, folder(base));
        return new FeedPlaces(other, false);
    }

    private static void demandWeb(URI base) {
        String scheme = String.valueOf(base.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("'" + base + "' is no http or https address");
        }
    }

    private static URI folder(URI base) {
        return base.toString().endsWith("/") ? base : URI.create(base + "/");
    }

    /// The address of a file.
    ///
    /// @param path in a copy, such as `osv/npm/all.zip`, not encoded
    URI of(String path) {
        int slash = path.indexOf('/');
        URI base = bases.get(path.substring(0, Math.max(slash, 0)));
        if (base == null) {
            throw new IllegalArgumentException("'" + path + "' is of no feed");
        }
        try {
            return base.resolve(new URI(null, null, path.substring(slash + 1), null));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("'" + path + "' is no path", malformed);
        }
    }
}
