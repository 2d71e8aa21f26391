package io.plimsoll.policy.vex;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.policy.subject.PurlPattern;
import io.plimsoll.policy.subject.Subject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A product that a statement is about, perhaps only in some of its components.
///
/// @param identifiers any of which may name it
/// @param components identifiers, any of which may name the component; empty for all of the product
record VexProduct(List<Identifier> identifiers, List<Identifier> components) {
    /// Whether a product is what a finding is in.
    ///
    /// @param applies whether it is
    /// @param why in words that begin with `its product …`
    record Fit(boolean applies, String why) {}

    VexProduct {
        identifiers = List.copyOf(identifiers);
        components = List.copyOf(components);
    }

    /// Whether a finding lies in this product.
    Fit fit(Subject subject) {
        Fit last = new Fit(false, "it names no product");
        for (Identifier each : identifiers) {
            last = fit(each, subject);
            if (last.applies()) {
                return last;
            }
        }
        return last;
    }

    private Fit fit(Identifier product, Subject subject) {
        String its = "its product " + product.text() + " ";
        if (product.image().isPresent()) {
            if (!subject.image().isImage()) {
                return new Fit(false, its + "is an image, and the target is none");
            }
            return product.image().get().matches(subject.image())
                    ? ofComponent(its + "is this image", subject)
                    : new Fit(false, its + "is another image");
        }
        if (product.packages().isEmpty()) {
            return new Fit(
                    false, its + "is neither the name of an image nor the purl of a package");
        }
        return ofPackage(product.packages().get(), its, subject);
    }

    private Fit ofPackage(PurlPattern product, String its, Subject subject) {
        if (names(product, subject)) {
            return ofComponent(its + "is this package", subject);
        }
        boolean inside =
                components.stream()
                                .flatMap(each -> each.packages().stream())
                                .anyMatch(each -> names(each, subject))
                        && subject.packagesLike(product).stream()
                                .anyMatch(each -> holds(each, subject));
        if (inside) {
            return ofComponent(its + "holds this package", subject);
        }
        boolean otherVersion =
                subject.purl()
                        .filter(purl -> product.isSamePackage(purl, subject.installed()))
                        .isPresent();
        return new Fit(false, its + (otherVersion ? "is another version" : "is another package"));
    }

    private Fit ofComponent(String so, Subject subject) {
        if (components.isEmpty()) {
            return new Fit(true, so);
        }
        for (Identifier component : components) {
            Optional<PurlPattern> purl = component.packages();
            if (purl.isPresent() && names(purl.get(), subject)) {
                return new Fit(
                        true, so + ", its component " + component.text() + " is this package");
            }
        }
        return new Fit(
                false,
                so + ", but its component " + components.getFirst().text() + " is another package");
    }

    private static boolean names(PurlPattern pattern, Subject subject) {
        return subject.purl()
                .filter(purl -> pattern.matches(purl, subject.installed()))
                .isPresent();
    }

    /// Whether a package holds or needs, by whatever way, that of a finding.
    private static boolean holds(InstalledPackage product, Subject subject) {
        Deque<InstalledPackage> open = new ArrayDeque<>(List.of(subject.installed()));
        Set<String> seen = new HashSet<>(Set.of(subject.installed().id()));
        while (!open.isEmpty()) {
            InstalledPackage one = open.pop();
            boolean found = one.id().equals(product.id()) || isInside(one, product);
            if (found || one.owner().filter(product.id()::equals).isPresent()) {
                return true;
            }
            for (InstalledPackage each : subject.dependentsOf(one)) {
                if (seen.add(each.id())) {
                    open.push(each);
                }
            }
        }
        return false;
    }

    /// Whether all places of a package are inside the archives of another.
    private static boolean isInside(InstalledPackage one, InstalledPackage product) {
        return one.locations().stream()
                .allMatch(place ->
                        product.locations().stream()
                                .anyMatch(outer ->
                                        place.evidence()
                                                .path()
                                                .startsWith(outer.evidence().path() + "!/")));
    }
}
