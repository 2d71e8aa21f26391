package io.plimsoll.daemon.containerd;

import io.plimsoll.model.Digest;

/// An image as containerd has noted it.
///
/// @param namespace that holds it
/// @param name such as `docker.io/library/alpine:3.20`
/// @param digest of its manifest or index
/// @param mediaType of that
/// @param size of that, in bytes
record ImageRecord(String namespace, String name, Digest digest, String mediaType, long size) {}
