/// Reports as OpenVEX.
@NullMarked
package io.plimsoll.report.openvex;

import org.jspecify.annotations.NullMarked;
