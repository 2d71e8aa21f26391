/// The advisory store on its way from who builds it to who uses it: signatures, patches, and the
/// places that it can be fetched from and put to.
@NullMarked
package io.plimsoll.delivery;

import org.jspecify.annotations.NullMarked;
