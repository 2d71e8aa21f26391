package io.plimsoll.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Real Dockerfiles of published Go modules, and damaged copies of them.
final class DockerfileCorpus {
    private static final Path FOLDER = Path.of("target", "dockerfiles").toAbsolutePath();
    private static final long SEED = 20261127;

    /// What a Dockerfile is made of, so that damage meets its syntax.
    private static final List<String> PIECES =
            List.of(
                    "\n",
                    "\r\n",
                    " ",
                    "\t",
                    "\\\n",
                    "`\n",
                    "#",
                    "\"",
                    "'",
                    "$",
                    "${",
                    "}",
                    "<<",
                    "<<EOF",
                    "EOF\n",
                    "[",
                    "]",
                    ",",
                    "=",
                    ":-",
                    "--",
                    "\\",
                    "`",
                    "\n\n",
                    "RUN ",
                    "ENV ",
                    "ARG ",
                    "FROM ",
                    "COPY ",
                    "ONBUILD ",
                    "# escape=`\n",
                    " AS ",
                    "\u00e9",
                    "<<-",
                    "{",
                    "*",
                    "?");

    private DockerfileCorpus() {}

    static List<Path> files() throws IOException, InterruptedException {
        Path script = Path.of("..", "..", "build", "dockerfile-corpus.sh");
        Tool.run(
                Files.createDirectories(FOLDER.resolveSibling("dockerfiles-log")),
                List.of("sh", script.toString(), FOLDER.toString()),
                "",
                "golang-go");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(each -> !each.endsWith("SOURCES")).sorted().toList();
        }
    }

    /// @param copies of each file
    static List<Path> damaged(List<Path> files, int copies) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolveSibling("dockerfiles-damaged"));
        Random random = new Random(SEED);
        List<Path> damaged = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < copies; i++) {
                Path copy = folder.resolve(file.getFileName() + "-" + i);
                damaged.add(Files.write(copy, damaged(bytes, random)));
            }
        }
        return damaged;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(8));
            text =
                    switch (random.nextInt(4)) {
                        case 0 -> text.substring(0, at) + text.substring(end);
                        case 1 -> text.substring(0, end) + text.substring(at);
                        default ->
                                text.substring(0, at)
                                        + PIECES.get(random.nextInt(PIECES.size()))
                                        + text.substring(at);
                    };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
