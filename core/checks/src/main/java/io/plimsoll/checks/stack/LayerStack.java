package io.plimsoll.checks.stack;

import io.plimsoll.checks.facts.AccountFile;
import io.plimsoll.checks.facts.FileNames;
import io.plimsoll.checks.facts.FoundSecret;
import io.plimsoll.checks.facts.LayerFacts;
import io.plimsoll.checks.facts.Searched;
import io.plimsoll.checks.facts.SpecialFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The layers of an image laid over one another.
public final class LayerStack {
    /// Paths that are told among those that waste space.
    private static final int WORST = 100;

    /// Files that are told for their paths; caches are summed up.
    private static final int MOST_NOTABLE = 10_000;

    private final List<LayerFacts> layers;
    private final Hidden hidden = new Hidden();
    private final SpaceTally space;
    private final NotablePaths notablePaths = NotablePaths.load();
    private final List<StackedSecret> secrets = new ArrayList<>();
    private final List<PlacedFile> special = new ArrayList<>();
    private final List<NotableFile> notable = new ArrayList<>();
    private final Map<String, NotableFile> caches = new HashMap<>();
    private final Map<String, PlacedAccounts> accounts = new HashMap<>();
    private final BitSet databases = new BitSet();
    private Searched searched = Searched.NOTHING;

    /// A secret and what became of its file.
    ///
    /// @param layer the index of the layer that holds it
    public record StackedSecret(FoundSecret secret, int layer, Fate fate) {}

    /// A file with odd permissions that is there in the end.
    ///
    /// @param layer the index of the layer that holds it
    public record PlacedFile(SpecialFile file, int layer) {}

    /// A file of accounts that is there in the end.
    ///
    /// @param layer the index of the layer that holds it
    public record PlacedAccounts(AccountFile file, int layer) {}

    /// @param layers oldest first
    public LayerStack(List<LayerFacts> layers) {
        this.layers = List.copyOf(layers);
        this.space = new SpaceTally(layers.size());
        for (int number = layers.size() - 1; number >= 0; number--) {
            add(number, layers.get(number));
        }
        secrets.sort(LayerStack::inOrder);
        special.sort((left, right) -> left.file().path().compareTo(right.file().path()));
        notable.addAll(caches.values());
        notable.sort((left, right) -> {
            int byPath = left.path().compareTo(right.path());
            return byPath != 0 ? byPath : Integer.compare(left.layer(), right.layer());
        });
    }

    private void add(int number, LayerFacts facts) {
        facts.names()
                .forEach((path, size) -> {
                    if (size != FileNames.FOLDER) {
                        Fate fate = hidden.of(path);
                        space.add(number, path, size, fate);
                        notable(number, path, size, fate);
                    }
                });
        for (FoundSecret each : facts.secrets()) {
            secrets.add(new StackedSecret(each, number, hidden.of(each.path())));
        }
        for (SpecialFile each : facts.special()) {
            if (hidden.of(each.path()).visible()) {
                special.add(new PlacedFile(each, number));
            }
        }
        for (AccountFile each : facts.accounts()) {
            if (hidden.of(each.path()).visible()) {
                accounts.put(each.path(), new PlacedAccounts(each, number));
            }
        }
        searched = searched.plus(facts.searched());
        hidden.add(number, facts);
    }

    private void notable(int number, String path, long size, Fate fate) {
        Optional<NotablePaths.Notable> found = notablePaths.of(path);
        if (found.isEmpty()) {
            return;
        }
        NotablePaths.Notable is = found.get();
        if (is.kind() == NotableKind.DATABASE) {
            databases.set(number);
        } else if (is.kind() == NotableKind.CACHE) {
            if (fate.visible() && size > 0) {
                cache(number, path, size, is);
            }
        } else if (notable.size() < MOST_NOTABLE) {
            notable.add(new NotableFile(is.kind(), is.name(), path, size, number, fate));
        }
    }

    /// All files of a cache and layer are one.
    private void cache(int number, String path, long size, NotablePaths.Notable is) {
        String pattern = is.pattern();
        String folder =
                pattern.startsWith("*")
                        ? path.substring(
                                0, path.indexOf(pattern.substring(1)) + pattern.length() - 2)
                        : pattern.substring(0, pattern.length() - 1);
        NotableFile one = new NotableFile(is.kind(), is.name(), folder, size, number, Fate.VISIBLE);
        caches.merge(
                number + folder,
                one,
                (left, right) ->
                        new NotableFile(
                                left.kind(),
                                left.name(),
                                left.path(),
                                left.size() + right.size(),
                                left.layer(),
                                left.fate()));
    }

    private static int inOrder(StackedSecret left, StackedSecret right) {
        int order = left.secret().path().compareTo(right.secret().path());
        order = order != 0 ? order : Integer.compare(left.layer(), right.layer());
        order = order != 0 ? order : Long.compare(left.secret().line(), right.secret().line());
        return order != 0 ? order : left.secret().rule().compareTo(right.secret().rule());
    }

    /// The facts of each layer, oldest first.
    public List<LayerFacts> layers() {
        return layers;
    }

    /// All secrets in files, those in hidden ones too, by path.
    public List<StackedSecret> secrets() {
        return List.copyOf(secrets);
    }

    /// Files and folders with odd permissions that are there in the end, by path.
    public List<PlacedFile> special() {
        return List.copyOf(special);
    }

    /// Files of a kind that are worth a look for their paths, hidden ones too, by path. The files of a
    /// cache in one layer are one.
    public List<NotableFile> notable(NotableKind kind) {
        return notable.stream().filter(each -> each.kind() == kind).toList();
    }

    /// Whether a package manager of the system wrote down in a layer what it installed there.
    ///
    /// @param layer its index, oldest first
    public boolean hasPackageDatabase(int layer) {
        return databases.get(layer);
    }

    /// A file of accounts as it is in the end.
    public Optional<PlacedAccounts> accounts(String path) {
        return Optional.ofNullable(accounts.get(path));
    }

    /// What was searched for secrets.
    public Searched searched() {
        return searched;
    }

    /// Bytes of all files in all layers.
    public long bytes() {
        return space.bytes();
    }

    /// Bytes of all files of a layer.
    ///
    /// @param layer its index, oldest first
    public long bytes(int layer) {
        return space.bytes(layer);
    }

    /// Bytes of those files of a layer that are replaced or deleted later.
    ///
    /// @param layer its index, oldest first
    public long wastedBytes(int layer) {
        return space.wastedBytes(layer);
    }

    /// Bytes of files that are replaced or deleted later.
    public long wastedBytes() {
        return space.wastedBytes();
    }

    /// The share of the bytes that is needed, from 0 to 1.
    public double efficiency() {
        return space.efficiency();
    }

    /// The paths that waste most, the worst first.
    public List<WastedFile> worst() {
        return space.worst(WORST);
    }
}
