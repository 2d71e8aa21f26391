package io.plimsoll.match;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.model.Assessed;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.DataSource;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.UndeterminedFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/// Holds an inventory against the advisory store.
public final class Matcher {
    /// Packages from which on a second thread pays.
    private static final int MANY = 8;

    private final AdvisoryStore store;
    private final LocalDate today;

    /// @param today the day that ends of support are reckoned from
    public Matcher(AdvisoryStore store, LocalDate today) {
        this.store = store;
        this.today = today;
    }

    /// Judges every package.
    ///
    /// @throws java.io.UncheckedIOException if a segment of the store cannot be read
    public Assessment assess(Inventory inventory) {
        List<InstalledPackage> own =
                inventory.packages().stream().filter(each -> each.owner().isEmpty()).toList();
        PartialAssessment whole = judged(own, inventory);
        for (InstalledPackage installed : inventory.packages()) {
            installed.owner().ifPresent(owner -> inherit(installed, owner, whole.assessed()));
        }
        List<Finding> findings = whole.findings();
        findings.sort(Matcher::byPackage);
        List<UndeterminedFinding> undetermined = whole.undetermined();
        undetermined.sort(Matcher::byPackage);
        return new Assessment(
                findings,
                List.of(),
                undetermined,
                whole.assessed(),
                data(whole.used()),
                SupportEnd.of(inventory.distribution(), store, today));
    }

    private static int byPackage(Finding left, Finding right) {
        int order = left.packageId().compareTo(right.packageId());
        return order != 0 ? order : left.id().compareTo(right.id());
    }

    private static int byPackage(UndeterminedFinding left, UndeterminedFinding right) {
        int order = left.packageId().compareTo(right.packageId());
        return order != 0 ? order : left.id().compareTo(right.id());
    }

    /// Every word of the advisories on the packages of an inventory that concerns a vulnerability, by
    /// any of its ids.
    public List<Decision> decisionsOn(String id, Inventory inventory) {
        Judge judge = new Judge(store, inventory);
        return inventory.packages().stream()
                .filter(each -> each.owner().isEmpty())
                .flatMap(each -> judge.decide(each).stream())
                .filter(decision -> concerns(decision, id))
                .toList();
    }

    private static boolean concerns(Decision decision, String id) {
        return decision.advisory().id().equalsIgnoreCase(id)
                || decision.advisory().aliases().stream().anyMatch(id::equalsIgnoreCase)
                || decision.advisory().upstream().stream().anyMatch(id::equalsIgnoreCase);
    }

    /// Many packages are judged by two threads: a cold JVM is slow, and a second core idle.
    private PartialAssessment judged(List<InstalledPackage> packages, Inventory inventory) {
        boolean alone = packages.size() < MANY || Runtime.getRuntime().availableProcessors() < 2;
        if (alone) {
            return part(packages, new AtomicInteger(), inventory);
        }
        // Some packages have thousands of advisories: each thread takes the next one.
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<PartialAssessment> rest =
                CompletableFuture.supplyAsync(
                        () -> part(packages, next, inventory),
                        task -> Thread.ofPlatform().daemon().name("plimsoll-match").start(task));
        try {
            PartialAssessment whole = part(packages, next, inventory);
            whole.add(rest.join());
            return whole;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            // The store must not be closed below the other thread.
            rest.handle((part, failed) -> true).join();
        }
    }

    private PartialAssessment part(
            List<InstalledPackage> packages, AtomicInteger next, Inventory inventory) {
        PartialAssessment part = new PartialAssessment(store, inventory);
        for (int i = next.getAndIncrement(); i < packages.size(); i = next.getAndIncrement()) {
            part.assess(packages.get(i));
        }
        return part;
    }

    private static void inherit(
            InstalledPackage installed, String owner, Map<String, Assessed> assessed) {
        Assessed ofOwner = assessed.getOrDefault(owner, Assessed.YES);
        assessed.put(
                installed.id(),
                new Assessed(ofOwner.assessed(), "part of " + owner + ", judged with it"));
    }

    private List<DataSource> data(Map<String, SegmentInfo> used) {
        Map<String, SegmentInfo> all = new TreeMap<>(used);
        for (SegmentInfo info : store.index().segments()) {
            // The list of official images says nothing of packages.
            if (info.kind() != SegmentInfo.Kind.ADVISORIES
                    && info.kind() != SegmentInfo.Kind.IMAGES) {
                all.put(info.name(), info);
            }
        }
        return all.values().stream()
                .map(info ->
                        new DataSource(
                                info.name(),
                                String.join(", ", info.sources()),
                                info.license(),
                                info.modified(),
                                info.records()))
                .toList();
    }
}
