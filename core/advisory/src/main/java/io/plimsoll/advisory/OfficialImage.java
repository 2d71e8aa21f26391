package io.plimsoll.advisory;

import java.util.List;

/// One build of an image that Docker publishes under a name without a slash, with all the tags that it goes by.
///
/// Source: the `library/` folder of docker-library/official-images, and the FROM lines of the Dockerfiles that it
/// names.
///
/// @param tags that name this build alone, the most precise first
/// @param sharedTags that name builds for other systems too
/// @param architectures in the list's words: `amd64`, `arm64v8`, `windows-amd64`
/// @param from the image it is built on; empty where unknown
/// @param system the image of an operating system at the end of the chain of FROM, such as `debian:bookworm-slim`;
///     empty where unknown
public record OfficialImage(
        List<String> tags,
        List<String> sharedTags,
        List<String> architectures,
        String from,
        String system) {
    public OfficialImage {
        tags = List.copyOf(tags);
        sharedTags = List.copyOf(sharedTags);
        architectures = List.copyOf(architectures);
    }

    /// Whether it goes by a tag.
    public boolean isTagged(String tag) {
        return tags.contains(tag) || sharedTags.contains(tag);
    }
}
