package io.plimsoll.base.catalogue;

import io.plimsoll.model.Digest;
import io.plimsoll.model.FamiliarName;
import java.util.Optional;

/// The name of an image as people know it: without Docker Hub's host and without `library/`.
///
/// Nothing is refused here: names of Dockerfiles and labels are compared, not fetched.
///
/// @param repository `debian`, `grafana/grafana`, `registry.example.org/team/app`
/// @param tag empty where there is only a digest
public record ImageName(String repository, String tag, Optional<Digest> digest) {
    /// Reads a name; without a tag and a digest it means `latest`.
    public static ImageName parse(String text) {
        int at = text.indexOf('@');
        Optional<Digest> digest =
                at < 0 ? Optional.empty() : Digest.tryParse(text.substring(at + 1));
        String name = at < 0 ? text : text.substring(0, at);
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        String repository = tagged ? name.substring(0, colon) : name;
        String usual = digest.isPresent() ? "" : "latest";
        return new ImageName(
                FamiliarName.of(repository), tagged ? name.substring(colon + 1) : usual, digest);
    }

    /// Whether Docker publishes it, as far as a name can tell.
    public boolean isOfficial() {
        return repository.indexOf('/') < 0;
    }

    /// The name with its tag, without a digest.
    @Override
    public String toString() {
        return tag.isEmpty() ? repository : repository + ":" + tag;
    }
}
