package io.plimsoll.daemon.docker;

import io.plimsoll.daemon.http.Endpoint;

/// Where an engine may listen, and what says so.
///
/// @param source for messages: `DOCKER_HOST`, `the usual place`
record Place(Endpoint endpoint, String source) {}
