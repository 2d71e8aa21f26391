/// The OCI image layout, in a folder or an archive.
@NullMarked
package io.plimsoll.image.oci;

import org.jspecify.annotations.NullMarked;
