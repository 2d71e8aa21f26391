/// Upstream advisory data, fetched and parsed, into segments of the store.
@NullMarked
package io.plimsoll.feeds;

import org.jspecify.annotations.NullMarked;
