package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// An image archive in a Podman of its own, run without network on a root that cannot be written.
final class ImageRun implements AutoCloseable {
    private final Path folder;
    private final Program tools;
    private final String image;

    private ImageRun(Path folder, Program tools, String image) {
        this.folder = folder;
        this.tools = tools;
        this.image = image;
    }

    /// @param folder where Podman keeps its storage
    static ImageRun load(Path archive, Path folder) throws IOException, InterruptedException {
        Program tools = new Program(Repository.root());
        List<String> id = tools.lines(podman(folder, "pull", "--quiet", "oci-archive:" + archive));
        return new ImageRun(folder, tools, id.getLast());
    }

    Program.Outcome plimsoll(String... arguments) throws IOException, InterruptedException {
        return run(List.of(), arguments);
    }

    /// The same, with a file as `/mnt/input`.
    Program.Outcome plimsoll(Path input, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of("--volume=" + input + ":/mnt/input:ro"), arguments);
    }

    /// The user and group that the image says it runs as.
    String user() throws IOException, InterruptedException {
        String[] inspect = podman(folder, "image", "inspect", "--format={{.User}}", image);
        return tools.lines(inspect).getFirst();
    }

    private Program.Outcome run(List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "run",
                                "--rm",
                                "--runtime=runc",
                                "--network=none",
                                "--read-only",
                                "--cap-drop=all",
                                "--ulimit=nofile=1024:4096",
                                "--ulimit=nproc=4096:4096"));
        command.addAll(options);
        command.add(image);
        command.addAll(Arrays.asList(arguments));
        return tools.run(podman(folder, command.toArray(String[]::new)));
    }

    private static String[] podman(Path folder, String... arguments) {
        Stream<String> before =
                Stream.of(
                        "podman",
                        "--root=" + folder.resolve("root"),
                        "--runroot=" + folder.resolve("run"),
                        "--storage-driver=vfs",
                        "--cgroup-manager=cgroupfs",
                        "--events-backend=file");
        return Stream.concat(before, Arrays.stream(arguments)).toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        try {
            tools.run(podman(folder, "rmi", "--all", "--force"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
