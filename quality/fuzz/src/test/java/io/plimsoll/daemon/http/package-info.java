@NullMarked
package io.plimsoll.daemon.http;

import org.jspecify.annotations.NullMarked;
