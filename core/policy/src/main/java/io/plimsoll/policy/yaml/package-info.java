/// YAML as a tree that knows where each node stands, bounded in size, depth and number.
@NullMarked
package io.plimsoll.policy.yaml;

import org.jspecify.annotations.NullMarked;
