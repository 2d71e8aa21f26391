package io.plimsoll.image.docker;

import io.plimsoll.image.Attachments;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.config.ImageNames;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.layer.MissingLayer;
import io.plimsoll.image.layer.Promise;
import io.plimsoll.image.layer.StoredLayer;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.image.store.Documents;
import io.plimsoll.image.store.StoredImage;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// An archive from before Docker 1.10: `repositories` names the top layer of each tag, and each
/// layer's `<id>/json` names its parent. Nothing in it promises a digest, so nothing can be verified.
///
/// Source: Docker image specification 1.0.
final class LegacyArchive {
    static final String REPOSITORIES = "repositories";

    private final BlobStore store;
    private final String reference;
    private final OpenOptions options;
    private final Documents documents;
    private final ProblemLog problems = new ProblemLog(DockerArchive.KIND);

    LegacyArchive(BlobStore store, String reference, OpenOptions options) {
        this.store = store;
        this.reference = reference;
        this.options = options;
        this.documents = new Documents(options.limits());
    }

    /// A layer and its description.
    private record Link(String id, Json json) {
        String createdBy() throws ImageFormatException {
            return String.join(" ", json.get("container_config").get("Cmd").texts());
        }
    }

    Image open(Blob repositories) throws IOException {
        Map<String, String> topByTag = tops(documents.json(repositories));
        String tag = choose(topByTag);
        String top = String.valueOf(topByTag.get(tag));
        List<String> tags =
                topByTag.keySet().stream().filter(t -> top.equals(topByTag.get(t))).toList();
        List<Link> chain = chain(top);
        ConfigDocument config = ConfigDocument.read(chain.getLast().json());
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            layers.add(layer(chain.get(i), "layer " + (i + 1) + " of " + chain.size()));
        }
        ImageDescription description =
                new ImageDescription(
                        DockerArchive.KIND,
                        reference,
                        Optional.empty(),
                        List.of(),
                        tags,
                        config.platform().map(Platform::toString).orElse(""),
                        layers.stream().mapToLong(layer -> layer.description().size()).sum(),
                        config.created(),
                        withHistory(config.config(), chain));
        List<Problem> all = new ArrayList<>(store.problems());
        all.addAll(problems.problems());
        return new StoredImage(description, layers, all, Attachments.NONE, store);
    }

    private static Map<String, String> tops(Json repositories) throws IOException {
        Map<String, String> tops = new LinkedHashMap<>();
        for (Map.Entry<String, Json> repository : repositories.members().entrySet()) {
            for (Map.Entry<String, Json> tag : repository.getValue().members().entrySet()) {
                tops.put(repository.getKey() + ":" + tag.getKey(), tag.getValue().requiredText());
            }
        }
        if (tops.isEmpty()) {
            throw repositories.error("names no image");
        }
        return tops;
    }

    private String choose(Map<String, String> topByTag) throws IOException {
        List<String> tags = List.copyOf(topByTag.keySet());
        String chosen = tags.getFirst();
        if (options.reference().isPresent()) {
            String wanted = options.reference().get();
            chosen =
                    tags.stream()
                            .filter(tag -> ImageNames.matches(wanted, tag))
                            .findFirst()
                            .orElseThrow(() ->
                                    new ImageNotFoundException(
                                            store.where()
                                                    + " holds no image '"
                                                    + wanted
                                                    + "'; it holds "
                                                    + tags));
        }
        for (String tag : tags) {
            if (!String.valueOf(topByTag.get(tag)).equals(topByTag.get(chosen))) {
                problems.add(
                        "",
                        ProblemKind.LEFT_OUT,
                        "another image of the archive: " + ProblemLog.quote(tag));
            }
        }
        return chosen;
    }

    /// The layers, oldest first.
    private List<Link> chain(String top) throws IOException {
        List<Link> newestFirst = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        String id = top;
        while (!id.isEmpty()) {
            if (!seen.add(id)) {
                throw new ImageFormatException(
                        store.where() + ": layer '" + id + "' is its own ancestor");
            }
            options.limits().check(Limit.LAYERS, seen.size(), store.where());
            String path = id + "/json";
            Optional<Blob> blob = store.find(path);
            if (blob.isEmpty()) {
                throw new ImageFormatException(
                        store.where() + " lacks '" + path + "', which names the layers below");
            }
            Json json = documents.json(blob.get());
            newestFirst.add(new Link(id, json));
            id = json.get("parent").text().orElse("");
        }
        return newestFirst.reversed();
    }

    private Layer layer(Link link, String position) throws IOException {
        String path = link.id() + "/layer.tar";
        String name = position + " ('" + path + "')";
        Optional<Blob> blob = store.find(path);
        LayerDescription description =
                new LayerDescription(
                        Optional.empty(),
                        Optional.empty(),
                        blob.map(Blob::size).orElse(0L),
                        "",
                        link.createdBy(),
                        name);
        if (blob.isEmpty()) {
            return new MissingLayer(
                    description, ProblemKind.MISSING, name + " is not in " + store.where());
        }
        Promise nothing =
                new Promise(
                        Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());
        return new StoredLayer(description, nothing, blob.get(), options.limits());
    }

    private static ImageConfig withHistory(ImageConfig config, List<Link> chain)
            throws IOException {
        List<ImageConfig.History> history = new ArrayList<>();
        for (Link link : chain) {
            history.add(
                    new ImageConfig.History(
                            link.createdBy(),
                            ConfigDocument.read(link.json()).created(),
                            link.json().get("comment").text().orElse(""),
                            false));
        }
        return config.withHistory(history);
    }
}
