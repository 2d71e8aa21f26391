package io.plimsoll.daemon.docker;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.EngineOptions;
import io.plimsoll.daemon.Environment;
import io.plimsoll.daemon.http.Endpoint;
import io.plimsoll.daemon.http.HttpAnswer;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.dir.OverlayLayer;
import io.plimsoll.image.docker.DockerArchive;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens images of Docker and Podman: their layers as the engine keeps them in folders, where those
/// can be read and fit together, else by the engine's export, which takes more than twice as long.
public final class EngineImages {
    private static final int MAX_REFERENCE = 1024;

    private final EngineKind kind;
    private final EngineOptions engine;
    private final Environment environment;
    private final Consumer<String> notices;

    /// @param notices told what the user should know, such as why the slower way is gone
    public EngineImages(
            EngineKind kind,
            EngineOptions engine,
            Environment environment,
            Consumer<String> notices) {
        this.kind = kind;
        this.engine = engine;
        this.environment = environment;
        this.notices = notices;
    }

    /// Opens an image.
    ///
    /// @param reference a name with or without a tag, a digest or an id, as the engine itself takes it
    /// @throws IllegalArgumentException if it cannot be a reference
    /// @throws ImageNotFoundException if the engine has no such image, or not for the platform
    /// @throws ImageFormatException if what it exports is damaged
    /// @throws EngineException if there is no engine, or it cannot be reached or refuses
    /// @throws InterruptedException if the thread was interrupted
    public Image open(String reference, OpenOptions options)
            throws IOException, InterruptedException {
        demandReference(reference);
        Place place = place();
        try {
            EngineClient client = new EngineClient(kind, place);
            Inspection image = client.inspect(reference);
            demandPlatform(image, reference, options);
            options.limits().check(Limit.LAYERS, image.diffIds().size(), client.where());
            Optional<LayerFolders> folders = folders(image, place, options);
            return folders.isPresent()
                    ? ofFolders(image, reference, folders.get(), options)
                    : exported(client, image, reference, options);
        } catch (InterruptedIOException interrupted) {
            InterruptedException wanted = new InterruptedException(interrupted.getMessage());
            wanted.initCause(interrupted);
            throw wanted;
        }
    }

    /// The images that the engine holds, in no order.
    ///
    /// @throws EngineException if there is no engine, or it cannot be reached or refuses
    public List<ListedImage> list() throws IOException {
        return client().list();
    }

    /// Listens to what happens to the engine's images.
    ///
    /// @throws EngineException if there is no engine, or it cannot be reached or refuses
    public ImageEvents events() throws IOException {
        return client().events();
    }

    private EngineClient client() throws IOException {
        return new EngineClient(kind, place());
    }

    private Place place() throws IOException {
        Place place = new Places(kind, environment).find();
        if (engine.offline() && place.endpoint() instanceof Endpoint.Tcp) {
            throw new EngineException(
                    place.source()
                            + " leads over the network to "
                            + place.endpoint().describe()
                            + ", which --offline forbids");
        }
        return place;
    }

    private static void demandReference(String reference) {
        boolean possible =
                !reference.isEmpty()
                        && reference.length() <= MAX_REFERENCE
                        && reference.chars().noneMatch(c -> c <= ' ' || c == '?' || c == '#')
                        && !reference.contains("..")
                        && !reference.startsWith("/");
        if (!possible) {
            throw new IllegalArgumentException(
                    "'"
                            + reference
                            + "' cannot be an image; write NAME[:TAG], NAME@DIGEST or an id");
        }
    }

    private void demandPlatform(Inspection image, String reference, OpenOptions options)
            throws ImageNotFoundException {
        Optional<Platform> wanted = options.platform();
        if (wanted.isPresent()
                && image.platform().isPresent()
                && !wanted.get().accepts(image.platform().get())) {
            throw new ImageNotFoundException(
                    kind.title()
                            + " has '"
                            + reference
                            + "' for "
                            + image.platform().get()
                            + ", not for "
                            + wanted.get()
                            + "; registry:"
                            + reference
                            + " can take another platform");
        }
    }

    private Optional<LayerFolders> folders(Inspection image, Place place, OpenOptions options) {
        if (engine.export()) {
            return Optional.empty();
        }
        try {
            if (!(place.endpoint() instanceof Endpoint.Unix)) {
                throw new UnfitFoldersException("the engine may run on another machine");
            }
            Privileges.ofThisProcess().demand();
            return Optional.of(LayerFolders.of(kind, image, options.limits()));
        } catch (IOException unfit) {
            notices.accept(
                    "the image is exported by "
                            + kind.title()
                            + ", which takes its time: "
                            + unfit.getMessage());
            return Optional.empty();
        }
    }

    private Image ofFolders(
            Inspection image, String reference, LayerFolders stored, OpenOptions options) {
        List<Layer> layers = new ArrayList<>();
        List<Path> folders = stored.folders();
        List<String> instructions = stored.config().instructions();
        for (int i = 0; i < folders.size(); i++) {
            LayerDescription layer =
                    new LayerDescription(
                            Optional.of(stored.config().diffIds().get(i)),
                            Optional.empty(),
                            0,
                            "",
                            i < instructions.size() ? instructions.get(i) : "",
                            "layer " + (i + 1) + " of " + folders.size());
            layers.add(new OverlayLayer(folders.get(i), layer, options.limits()));
        }
        ImageDescription description =
                new ImageDescription(
                        kind.word(),
                        reference,
                        Optional.of(image.id()),
                        image.digests(),
                        image.tags(),
                        stored.config().platform().map(Platform::toString).orElse(""),
                        0,
                        stored.config().created(),
                        stored.config().config());
        return new EngineImage(description, layers, List.of(unverified()), Optional.empty());
    }

    private Problem unverified() {
        return Problem.of(
                "",
                kind.word(),
                ProblemKind.LEFT_OUT,
                "the layers were read from the engine's folders, so their diff ids are as its records"
                        + " state them and were not computed; --engine-export computes them");
    }

    private Image exported(
            EngineClient client, Inspection image, String reference, OpenOptions options)
            throws IOException, InterruptedException {
        String where = "the export of '" + reference + "' by " + client.where();
        Image archive;
        try (HttpAnswer answer = client.export(image.id())) {
            archive = DockerArchive.open(answer.body(), where, options);
        } catch (io.plimsoll.daemon.http.HttpFormatException broken) {
            throw new EngineException(where + " broke off: " + broken.getMessage(), broken);
        }
        List<Digest> digests = new ArrayList<>(archive.description().digests());
        image.digests().stream().filter(each -> !digests.contains(each)).forEach(digests::add);
        ImageDescription said = archive.description();
        ImageDescription description =
                new ImageDescription(
                        kind.word(),
                        reference,
                        said.imageId(),
                        digests,
                        image.tags(),
                        said.platform(),
                        said.size(),
                        said.created(),
                        said.config());
        return new EngineImage(
                description, archive.layers(), archive.problems(), Optional.of(archive));
    }
}
