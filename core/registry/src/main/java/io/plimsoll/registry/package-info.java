/// A client of container registries: references, credentials, certificates, and blobs by their digest.
/// It knows nothing of images: whatever lies in a registry can be read by it.
@NullMarked
package io.plimsoll.registry;

import org.jspecify.annotations.NullMarked;
