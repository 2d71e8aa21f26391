package io.plimsoll.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a `docker save` archive of any size without holding it: the large files are holes, so that a
/// file system that knows sparse files spends little more than the tar headers on it.
///
/// The lowest layer holds a Debian with its package lists, every tenth one above a later state of the
/// database and npm packages, each a share of the small files and a large one.
///
/// Usage: `java io.plimsoll.testkit.LargeImage FILE LAYERS FILES LARGEST-BYTES TOTAL-BYTES`
public final class LargeImage {
    private static final int PACKAGES = 400;
    private static final int DATABASE_EVERY = 10;
    private static final int EXECUTABLE_EVERY = 100;

    /// One file in so many has this many bytes more, so that sizes differ.
    private static final int SIZES = 7;

    private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
    private static final String OS_RELEASE = "ID=debian\nVERSION_ID=\"12\"\nNAME=\"Debian\"\n";

    private final Shape shape;

    private LargeImage(Shape shape) {
        this.shape = shape;
    }

    /// What the image is to hold.
    ///
    /// @param layers how many, at least 2
    /// @param files small files, spread evenly over the layers
    /// @param largest bytes of the largest file, which lies in the middle layer
    /// @param total bytes of all content together, about; what is missing to it is spread over the
    ///     layers as one file each
    public record Shape(int layers, int files, long largest, long total) {}

    /// Writes the file that the first argument names, in the shape of the others.
    public static void main(String[] arguments) throws IOException {
        Shape shape =
                new Shape(
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Long.parseLong(arguments[3]),
                        Long.parseLong(arguments[4]));
        write(Path.of(arguments[0]), shape);
    }

    /// Writes the archive.
    public static void write(Path archive, Shape shape) throws IOException {
        new LargeImage(shape).write(archive);
    }

    /// The packages that a scan of the image finds: those of the latest database and the npm ones.
    public static int packages(Shape shape) {
        int states = (shape.layers() + DATABASE_EVERY - 1) / DATABASE_EVERY;
        return PACKAGES + states - 1 + states;
    }

    private void write(Path archive) throws IOException {
        List<String> diffIds = new ArrayList<>();
        List<String> history = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (SparseTar tar = new SparseTar(archive)) {
            for (int layer = 0; layer < shape.layers(); layer++) {
                String name = String.format(Locale.ROOT, "layer-%03d/layer.tar", layer);
                tar.begin(name);
                layer(tar, layer);
                diffIds.add("sha256:" + tar.end());
                names.add(name);
                history.add("{\"created_by\":\"RUN step " + layer + "\"}");
            }
            tar.file(
                    "config.json",
                    bytes(
                            "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},"
                                    + "\"history\":"
                                    + JsonText.array(history)
                                    + ",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":"
                                    + JsonText.texts(diffIds)
                                    + "}}"));
            tar.file(
                    "manifest.json",
                    bytes(
                            "[{\"Config\":\"config.json\",\"RepoTags\":[\"large:1\"],\"Layers\":"
                                    + JsonText.texts(names)
                                    + "}]"));
        }
    }

    private void layer(SparseTar tar, int layer) throws IOException {
        if (layer == 0) {
            tar.entry("etc/os-release", 0644, bytes(OS_RELEASE));
            for (int i = 0; i < PACKAGES; i++) {
                String list = "/usr/bin/tool-" + i + "\n/usr/share/doc/tool-" + i + "/copyright\n";
                tar.entry("var/lib/dpkg/info/tool-" + i + ".list", 0644, bytes(list));
                tar.entry("usr/bin/tool-" + i, 0755, ELF);
            }
        }
        if (layer % DATABASE_EVERY == 0) {
            int state = layer / DATABASE_EVERY;
            tar.entry("var/lib/dpkg/status", 0644, bytes(database(PACKAGES + state)));
            String manifest =
                    "{\"name\":\"module-" + state + "\",\"version\":\"1.0." + state + "\"}";
            tar.entry("srv/node_modules/module-" + state + "/package.json", 0644, bytes(manifest));
        }
        for (long i = first(layer); i < first(layer + 1); i++) {
            small(tar, layer, i);
        }
        if (layer == shape.layers() / 2) {
            tar.hole("var/lib/data/model.bin", shape.largest());
        }
        long rest = shape.total() - shape.largest() - shape.files() * 1536L;
        if (rest > 0) {
            tar.hole("var/lib/data/part-" + layer + ".bin", rest / shape.layers());
        }
    }

    private long first(int layer) {
        return (long) shape.files() * layer / shape.layers();
    }

    private static void small(SparseTar tar, int layer, long number) throws IOException {
        String path =
                String.format(
                        Locale.ROOT,
                        "opt/application-%03d/lib/component-%04d/resources/element-%07d.%s",
                        layer,
                        number / 50,
                        number,
                        number % EXECUTABLE_EVERY == 0 ? "bin" : "js");
        boolean executable = number % EXECUTABLE_EVERY == 0;
        byte[] content = new byte[(int) (520 + number % SIZES * 64)];
        byte[] start = executable ? ELF : bytes("export const x = " + number + ";\n");
        System.arraycopy(start, 0, content, 0, start.length);
        tar.entry(path, executable ? 0755 : 0644, content);
    }

    private static String database(int packages) {
        StringBuilder status = new StringBuilder();
        for (int i = 0; i < packages; i++) {
            status.append("Package: tool-")
                    .append(i)
                    .append("\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.")
                    .append(i)
                    .append("-1\n\n");
        }
        return status.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
