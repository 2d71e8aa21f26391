package io.plimsoll.base.index;

import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The base images that a user has indexed: a folder with two files for each, `<chain>.json` with what it is and
/// `<chain>.report.json` with its packages (a report without judgement). They are named by the stack of layers, so that
/// an image finds its base with one look a layer. Written atomically; any number of processes may read and write.
public final class BaseIndex {
    private static final String ENTRY = ".json";
    private static final String REPORT = ".report.json";

    private final Path folder;
    private final Consumer<Problem> problems;

    /// @param folder need not be there
    /// @param problems takes entries that cannot be read
    public BaseIndex(Path folder, Consumer<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// Whether there is anything to look for.
    public boolean isThere() {
        return Files.isDirectory(folder);
    }

    /// The image of exactly this stack of layers.
    public Optional<IndexedImage> find(Digest chain) throws IOException {
        return read(file(chain, ENTRY));
    }

    /// All images, sorted by their first name, then by the day they were made.
    public List<IndexedImage> all() throws IOException {
        List<IndexedImage> all = new ArrayList<>();
        if (!isThere()) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENTRY)) {
            for (Path file : files) {
                if (!file.toString().endsWith(REPORT)) {
                    read(file).ifPresent(all::add);
                }
            }
        }
        all.sort(BaseIndex::byName);
        return all;
    }

    private static int byName(IndexedImage left, IndexedImage right) {
        int order = left.names().getFirst().compareTo(right.names().getFirst());
        if (order == 0 && left.created().isPresent() && right.created().isPresent()) {
            order = left.created().get().compareTo(right.created().get());
        }
        return order != 0 ? order : left.chain().compareTo(right.chain());
    }

    /// The file with the packages of an image.
    public Path packages(IndexedImage image) {
        return file(image.chain(), REPORT);
    }

    /// Adds an image, or brings its entry up to date; names that it had stay.
    ///
    /// @param report writes its packages as `plimsoll-report/1`
    /// @throws IOException if the folder cannot be written
    public IndexedImage add(IndexedImage image, AtomicFile.Content report) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(packages(image), report);
        IndexedImage whole = find(image.chain()).map(image::with).orElse(image);
        write(whole);
        return whole;
    }

    private void write(IndexedImage image) throws IOException {
        AtomicFile.write(file(image.chain(), ENTRY), out -> IndexDocument.write(image, out));
    }

    /// Takes a name away; an image without a name leaves the index.
    ///
    /// @return how many images had it
    public int remove(String name) throws IOException {
        int count = 0;
        for (IndexedImage image : all()) {
            if (!image.names().contains(name)) {
                continue;
            }
            count++;
            List<String> left = image.names().stream().filter(each -> !each.equals(name)).toList();
            if (left.isEmpty()) {
                Files.deleteIfExists(file(image.chain(), ENTRY));
                Files.deleteIfExists(packages(image));
            } else {
                write(image.named(left, image.families()));
            }
        }
        return count;
    }

    private Path file(Digest chain, String ending) {
        return folder.resolve(chain.hex() + ending);
    }

    private Optional<IndexedImage> read(Path file) throws IOException {
        try {
            return Optional.of(IndexDocument.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (JsonFormatException | IllegalArgumentException damaged) {
            problems.accept(
                    Problem.of(
                            file.toString(),
                            "base",
                            ProblemKind.MALFORMED,
                            "the entry of the base image index cannot be read ("
                                    + damaged.getMessage()
                                    + "): delete it and index the image again"));
            return Optional.empty();
        }
    }
}
