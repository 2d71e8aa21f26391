/// A small HTTP/1.1 client for the sockets of engines.
@NullMarked
package io.plimsoll.daemon.http;

import org.jspecify.annotations.NullMarked;
