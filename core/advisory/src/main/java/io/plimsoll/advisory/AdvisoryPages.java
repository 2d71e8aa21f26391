package io.plimsoll.advisory;

import java.util.Optional;

/// Where the publishers show an advisory, as it follows from its id.
public final class AdvisoryPages {
    private AdvisoryPages() {}

    /// The page of an advisory; nothing where its id does not tell.
    public static Optional<String> of(String id) {
        if (id.startsWith("DEBIAN-")) {
            return Optional.of(
                    "https://security-tracker.debian.org/tracker/"
                            + id.substring("DEBIAN-".length()));
        }
        if (id.startsWith("ALPINE-")) {
            return Optional.of(
                    "https://security.alpinelinux.org/vuln/" + id.substring("ALPINE-".length()));
        }
        if (id.startsWith("x_REDHAT-")) {
            return Optional.of(
                    "https://access.redhat.com/security/cve/" + id.substring("x_REDHAT-".length()));
        }
        if (id.startsWith("GHSA-")) {
            return Optional.of("https://github.com/advisories/" + id);
        }
        if (id.startsWith("CGA-")) {
            return Optional.of("https://images.chainguard.dev/security/" + id);
        }
        if (id.startsWith("GO-")) {
            return Optional.of("https://pkg.go.dev/vuln/" + id);
        }
        if (id.startsWith("RUSTSEC-")) {
            return Optional.of("https://rustsec.org/advisories/" + id + ".html");
        }
        return id.startsWith("CVE-")
                ? Optional.of("https://nvd.nist.gov/vuln/detail/" + id)
                : Optional.empty();
    }
}
