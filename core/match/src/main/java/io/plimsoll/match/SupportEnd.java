package io.plimsoll.match;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.ReleaseCycle;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.Distribution;
import java.time.LocalDate;
import java.util.Optional;

/// How long a distribution release is supported.
///
/// Source: endoflife.date. For Debian the end of LTS counts, which is public and free; for others the
/// end of the standard support.
public final class SupportEnd {
    private SupportEnd() {}

    /// The support of a distribution release on a day.
    public static Support of(Distribution distribution, AdvisoryStore store, LocalDate today) {
        String product = product(distribution.id());
        if (product.isEmpty()) {
            return Support.UNKNOWN;
        }
        Optional<ReleaseCycle> cycle =
                store.cycles(product).stream().filter(each -> isOf(each, distribution)).findFirst();
        return cycle.map(found -> support(found, product, today)).orElse(Support.UNKNOWN);
    }

    /// The support of a release of a software on a day.
    public static Support of(ReleaseCycle cycle, LocalDate today) {
        return support(cycle, "", today);
    }

    private static Support support(ReleaseCycle cycle, String product, LocalDate today) {
        Optional<LocalDate> until =
                product.equals("debian") && cycle.extended().isPresent()
                        ? cycle.extended()
                        : cycle.endOfLife();
        boolean ended = cycle.ended() || until.filter(today::isAfter).isPresent();
        return new Support(true, until, ended);
    }

    private static boolean isOf(ReleaseCycle cycle, Distribution distribution) {
        String version = distribution.versionId();
        if (version.isEmpty()) {
            return !cycle.codename().isEmpty() && cycle.codename().equals(distribution.codename());
        }
        return version.equals(cycle.cycle()) || version.startsWith(cycle.cycle() + ".");
    }

    private static String product(String id) {
        return switch (id) {
            case "debian", "ubuntu", "almalinux", "centos", "fedora", "rhel", "sles", "photon" ->
                    id;
            case "alpine" -> "alpine-linux";
            case "rocky" -> "rocky-linux";
            case "ol" -> "oracle-linux";
            case "amzn" -> "amazon-linux";
            case "opensuse-leap" -> "opensuse";
            default -> "";
        };
    }
}
