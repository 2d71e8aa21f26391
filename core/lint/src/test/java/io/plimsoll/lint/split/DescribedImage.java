package io.plimsoll.lint.split;

import io.plimsoll.lint.image.BuiltFile;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.BuiltPackage;
import io.plimsoll.lint.image.FindingCounts;
import io.plimsoll.lint.image.ImagePaths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// An image by a file of lines: `type`, `layers`, `size`, `missing LINE`, `start WORD…`, `healthcheck WORD…` (`~` for a space in
/// a word), `package NAME SIZE base|own LINE needs=A,B recommends=C`, `file PATH SIZE LINE
/// static|dynamic=LIB,…`, `folder PATH LINE`, `link PATH TARGET LINE`, `owner PATH PACKAGE`.
final class DescribedImage implements ImagePaths {
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, BuiltPackage> packages = new HashMap<>();
    private final List<BuiltFile> files = new ArrayList<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private List<String> start = List.of();
    private List<String> healthcheck = List.of();

    static BuiltImage read(String text) {
        DescribedImage image = new DescribedImage();
        text.lines().map(line -> List.of(line.split(" ", -1))).forEach(image::line);
        return new BuiltImage(
                "app",
                Long.parseLong(image.settings.getOrDefault("size", "0")),
                image.settings.getOrDefault("type", ""),
                image.packages,
                image.files,
                image.settings.containsKey("missing")
                        ? OptionalInt.of(Integer.parseInt(image.settings.get("missing")))
                        : OptionalInt.empty(),
                image.start,
                image.healthcheck,
                List.of("/usr/local/bin", "/usr/bin"),
                new FindingCounts(9, 9, 9, 9),
                image.settings.getOrDefault("layers", "no").equals("yes"),
                image);
    }

    @Override
    public Optional<String> owner(String path) {
        return Optional.ofNullable(owners.get(path));
    }

    @Override
    public String resolve(String path) {
        return links.getOrDefault(path, path);
    }

    private void line(List<String> words) {
        switch (words.getFirst()) {
            case "start" -> start = rest(words);
            case "healthcheck" -> healthcheck = rest(words);
            case "folder" -> folder(words);
            case "package" -> packages.put(words.get(1), installed(words));
            case "file" -> file(words);
            case "owner" -> owners.put(words.get(1), words.get(2));
            case "link" -> link(words);
            default -> settings.put(words.get(0), words.get(1));
        }
    }

    private static List<String> rest(List<String> words) {
        return words.stream().skip(1).map(each -> each.replace('~', ' ')).toList();
    }

    private void folder(List<String> words) {
        int line = Integer.parseInt(words.get(2));
        files.add(
                new BuiltFile(
                        words.get(1), 0, line, "", BuiltFile.Kind.FOLDER, List.of(), List.of()));
    }

    private void file(List<String> words) {
        String kind = words.size() > 4 ? words.get(4) : "";
        files.add(
                new BuiltFile(
                        words.get(1),
                        Long.parseLong(words.get(2)),
                        Integer.parseInt(words.get(3)),
                        "",
                        kind.equals("static")
                                ? BuiltFile.Kind.STATIC
                                : kind.isEmpty() ? BuiltFile.Kind.OTHER : BuiltFile.Kind.DYNAMIC,
                        list(words, "dynamic="),
                        List.of()));
    }

    private void link(List<String> words) {
        String target = words.get(2);
        String path = words.get(1);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        links.put(path, target.startsWith("/") ? target : folder + target);
        if (words.size() > 3) {
            files.add(
                    new BuiltFile(
                            path,
                            0,
                            Integer.parseInt(words.get(3)),
                            target,
                            BuiltFile.Kind.OTHER,
                            List.of(),
                            List.of()));
        }
    }

    private static BuiltPackage installed(List<String> words) {
        boolean own = words.get(3).equals("own");
        return new BuiltPackage(
                words.get(1),
                OptionalLong.of(Long.parseLong(words.get(2))),
                own,
                own ? OptionalInt.of(Integer.parseInt(words.get(4))) : OptionalInt.empty(),
                list(words, "needs="),
                list(words, "recommends="),
                false,
                new FindingCounts(0, 1, 0, 0));
    }

    private static List<String> list(List<String> words, String prefix) {
        return words.stream()
                .filter(each -> each.startsWith(prefix))
                .flatMap(each -> Arrays.stream(each.substring(prefix.length()).split(",", -1)))
                .toList();
    }
}
