/// What every client of a network needs: proxies, certificates, keys. Nothing here opens a
/// connection.
@NullMarked
package io.plimsoll.net;

import org.jspecify.annotations.NullMarked;
