package io.plimsoll.advisory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Advisories of one ecosystem or distribution release, by package. Immutable, memory-mapped, safe
/// for any number of threads and processes.
public final class AdvisorySegment {
    /// Texts, packages, advisories.
    private static final int TABLES = 3;

    private final SegmentInfo info;
    private final Table packages;
    private final Table advisories;
    private final AdvisoryCodec codec;

    private AdvisorySegment(SegmentInfo info, List<Table> tables) {
        this.info = info;
        this.codec = new AdvisoryCodec(Dictionary.read(tables.get(0)));
        this.packages = tables.get(1);
        this.advisories = tables.get(2);
    }

    static AdvisorySegment open(SegmentInfo info, Path file, Arena arena) throws IOException {
        return new AdvisorySegment(info, SegmentFile.open(file, TABLES, arena));
    }

    public SegmentInfo info() {
        return info;
    }

    /// What the advisories say of a package.
    ///
    /// @param foldedName the name as its ecosystem folds it
    public List<Affected> find(String foldedName) {
        return packages.find(foldedName.getBytes(StandardCharsets.UTF_8))
                .map(this::readAll)
                .orElse(List.of());
    }

    /// The advisory with this number.
    ///
    /// @throws MalformedSegmentException if there is none
    public Advisory advisory(int number) {
        return advisories
                .find(SegmentKeys.number(number))
                .map(codec::read)
                .orElseThrow(() ->
                        new MalformedSegmentException(
                                "no advisory " + number + " in " + info.name()));
    }

    /// Visits each package with what is said of it, in the order of their names.
    public void forEachPackage(BiConsumer<String, List<Affected>> visitor) {
        packages.forEach((key, value) ->
                visitor.accept(new String(key, StandardCharsets.UTF_8), readAll(value)));
    }

    /// Visits each advisory, in the order of their ids.
    public void forEachAdvisory(Consumer<Advisory> visitor) {
        advisories.forEach((key, value) -> visitor.accept(codec.read(value)));
    }

    /// The names of the packages that advisories name a vulnerability for, by any of its ids.
    public List<String> packagesOf(String id) {
        Set<Integer> numbers = new HashSet<>();
        advisories.forEach((key, value) -> {
            Advisory advisory = codec.read(value);
            boolean concerns =
                    advisory.id().equalsIgnoreCase(id)
                            || advisory.aliases().stream().anyMatch(id::equalsIgnoreCase)
                            || advisory.upstream().stream().anyMatch(id::equalsIgnoreCase);
            if (concerns && !advisory.withdrawn()) {
                numbers.add(new ByteReader(key).readInt());
            }
        });
        List<String> names = new ArrayList<>();
        if (!numbers.isEmpty()) {
            forEachPackage((name, all) -> {
                if (all.stream().anyMatch(each -> numbers.contains(each.advisory()))) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    private List<Affected> readAll(ByteReader reader) {
        int count = reader.readCount();
        List<Affected> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(codec.readAffected(reader));
        }
        return all;
    }
}
