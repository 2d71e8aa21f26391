package io.plimsoll.acceptance;

import io.plimsoll.daemon.EngineOptions;
import io.plimsoll.engine.Access;
import io.plimsoll.registry.RegistryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Docker, Podman and containerd, real ones, each with its data in a folder of its own.
final class Engines {
    /// A Debian with layers on top, in all of them.
    static final String DEBIAN = "example/app:1";

    /// The name of the image of marks in the namespace of Kubernetes.
    static final String PAUSE = "registry.example/pause:3.9";

    private static final Pattern TARGET = Pattern.compile("[ ](docker|podman|containerd):");

    private static final Path DATA = Path.of("target", "engines").toAbsolutePath();

    private final Path folder;
    private final Program tools;
    private final Certificates certificates;
    private final Daemon docker;
    private final Daemon podman;
    private final Daemon containerd;

    private Engines(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.tools = new Program(folder).with("DOCKER_HOST", dockerHost());
        tools.lines("rm", "-rf", DATA.toString());
        Files.createDirectories(DATA);
        this.certificates = Certificates.make(tools, folder);
        this.docker = startDocker();
        this.podman = startPodman();
        this.containerd = startContainerd();
        MarksImage.write(marksArchive());
    }

    /// The engines with both images, started once a run and ended with it.
    static Engines get() {
        return Holder.ENGINES;
    }

    private static final class Holder {
        private static final Engines ENGINES = start();

        private static Engines start() {
            try {
                // The folder of sockets is short, because the path of one may have 107 bytes.
                Engines engines = new Engines(Files.createTempDirectory("engines"));
                Runtime.getRuntime().addShutdownHook(new Thread(engines::end));
                engines.load(DebianImage.get().dockerArchive(), DEBIAN);
                engines.load(engines.marksArchive(), MarksImage.NAME);
                engines.loadNamed(engines.marksArchive(), MarksImage.NAME, "k8s.io", PAUSE);
                return engines;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    Path marksArchive() {
        return folder.resolve("marks.tar");
    }

    /// A program that reaches the engines by its environment.
    Program reached(Program program) {
        return program.with("DOCKER_HOST", dockerHost())
                .with("CONTAINER_HOST", podmanHost())
                .with("CONTAINERD_ROOT", data("ctr"));
    }

    /// A command of buildah, which shares Podman's images.
    String[] buildah(String... arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("buildah", "--root", data("podman")));
        command.addAll(List.of("--runroot", folder.resolve("podman-run").toString()));
        command.addAll(List.of("--storage-driver", "overlay"));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    /// Whether a command names an image of an engine.
    static boolean areNamedIn(String command) {
        return TARGET.matcher(command).find();
    }

    /// Gives an image in a docker archive to all engines.
    ///
    /// @param name with a tag
    private void load(Path dockerArchive, String name) throws IOException, InterruptedException {
        tools.lines("docker", "load", "--input", dockerArchive.toString());
        tools.lines(podman("load", "--input", dockerArchive.toString()));
        loadNamed(dockerArchive, name, "default", "docker.io/" + name);
    }

    private void loadNamed(Path dockerArchive, String name, String namespace, String stored)
            throws IOException, InterruptedException {
        Path layout = folder.resolve("image.oci");
        Files.deleteIfExists(layout);
        tools.lines(
                "skopeo",
                "copy",
                "docker-archive:" + dockerArchive + ":" + name,
                "oci-archive:" + layout + ":" + stored);
        tools.lines(
                "ctr",
                "--address",
                socket("ctr"),
                "--namespace",
                namespace,
                "images",
                "import",
                layout.toString());
    }

    /// How the engines are reached.
    Access access(boolean export) {
        return access(export, Map.of("DOCKER_HOST", dockerHost(), "CONTAINER_HOST", podmanHost()));
    }

    /// Docker by its port, where both sides show certificates.
    Access byPort() {
        return access(
                false,
                Map.of(
                        "DOCKER_HOST",
                        "tcp://127.0.0.1:" + certificates.port(),
                        "DOCKER_TLS_VERIFY",
                        "1",
                        "DOCKER_CERT_PATH",
                        certificates.client().toString()));
    }

    /// Ends all engines. What they hold stays until the next run: deleting it takes longer than the end of a
    /// JVM may.
    private void end() {
        containerd.close();
        podman.close();
        docker.close();
        try {
            tools.run("umount", DATA.resolve("podman").resolve("overlay").toString());
            tools.run("rm", "-rf", folder.toString());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Access access(boolean export, Map<String, String> environment) {
        return new Access(
                false,
                environment,
                new EngineOptions(
                        false, export, Optional.of(Path.of(data("ctr"))), Optional.empty()),
                RegistryOptions.of(environment));
    }

    String dockerHost() {
        return "unix://" + socket("docker");
    }

    String podmanHost() {
        return "unix://" + socket("podman");
    }

    private static String data(String engine) {
        return DATA.resolve(engine).toString();
    }

    private String socket(String name) {
        return folder.resolve(name + ".sock").toString();
    }

    private Daemon startDocker() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("dockerd", "--host", dockerHost()));
        command.addAll(List.of("--host", "tcp://127.0.0.1:" + certificates.port()));
        command.addAll(certificates.ofDaemon());
        command.addAll(List.of("--data-root", data("docker")));
        command.addAll(List.of("--exec-root", folder.resolve("docker-run").toString()));
        command.addAll(List.of("--pidfile", folder.resolve("docker.pid").toString()));
        command.addAll(List.of("--storage-driver", "overlay2", "--bridge", "none"));
        command.addAll(List.of("--iptables=false", "--ip6tables=false"));
        command.addAll(List.of("--ip-forward=false", "--ip-masq=false"));
        return start("docker", command);
    }

    private Daemon startPodman() throws IOException, InterruptedException {
        return start("podman", List.of(podman("system", "service", "--time", "0", podmanHost())));
    }

    private Daemon startContainerd() throws IOException, InterruptedException {
        Path config = folder.resolve("containerd.toml");
        Files.writeString(
                config,
                """
                version = 2
                root = "%2$s"
                state = "%1$s/ctr-run"
                disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.internal.v1.opt"]
                [grpc]
                  address = "%1$s/ctr.sock"
                [ttrpc]
                  address = "%1$s/ctr-t.sock"
                """
                        .formatted(folder, data("ctr")),
                StandardCharsets.UTF_8);
        return start("ctr", List.of("containerd", "--config", config.toString()));
    }

    private Daemon start(String name, List<String> command)
            throws IOException, InterruptedException {
        return Daemon.start(Path.of(socket(name)), folder.resolve(name + ".log"), command);
    }

    private String[] podman(String... arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("podman", "--root", data("podman")));
        command.addAll(List.of("--runroot", folder.resolve("podman-run").toString()));
        command.addAll(List.of("--tmpdir", folder.resolve("podman-tmp").toString()));
        command.addAll(List.of("--storage-driver", "overlay", "--cgroup-manager", "cgroupfs"));
        command.addAll(List.of("--events-backend", "file"));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }
}
