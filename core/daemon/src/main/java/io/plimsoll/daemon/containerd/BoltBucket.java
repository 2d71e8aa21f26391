package io.plimsoll.daemon.containerd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A bucket of a bbolt file: keys with values or with buckets of their own. A small one lies inside
/// its parent's value.
///
/// Source: bbolt, `internal/common/bucket.go`: root page and sequence (64 bits each); where the root
/// is 0, the bucket's only node follows.
final class BoltBucket {
    private static final int HEADER = 16;
    private static final int MAX_DEPTH = 32;

    private final BoltFile file;
    private final long root;
    private final Optional<BoltNode> inline;

    private BoltBucket(BoltFile file, long root, Optional<BoltNode> inline) {
        this.file = file;
        this.root = root;
        this.inline = inline;
    }

    static BoltBucket at(BoltFile file, long root) {
        return new BoltBucket(file, root, Optional.empty());
    }

    /// @param leaf the node that the key was found in
    /// @param index its place there
    private record Found(BoltNode leaf, int index) {}

    /// The value of a key; nothing where there is none, or it is a bucket.
    Optional<byte[]> value(String key) throws IOException {
        Optional<Found> found = find(key);
        return found.isPresent() && !found.get().leaf().isBucket(found.get().index())
                ? Optional.of(found.get().leaf().value(found.get().index()))
                : Optional.empty();
    }

    /// The bucket of a key; nothing where there is none.
    Optional<BoltBucket> bucket(String key) throws IOException {
        Optional<Found> found = find(key);
        return found.isPresent() && found.get().leaf().isBucket(found.get().index())
                ? Optional.of(bucket(found.get()))
                : Optional.empty();
    }

    /// The names of the buckets in this one, in their order, no more than `most`.
    List<String> buckets(int most) throws IOException {
        List<String> names = new ArrayList<>();
        collect(top(), 0, most, names);
        return names;
    }

    private void collect(BoltNode node, int depth, int most, List<String> names)
            throws IOException {
        demandDepth(depth);
        for (int i = 0; i < node.count() && names.size() < most; i++) {
            if (!node.isLeaf()) {
                collect(file.node(node.child(i)), depth + 1, most, names);
            } else if (node.isBucket(i)) {
                names.add(node.name(i));
            }
        }
    }

    private Optional<Found> find(String key) throws IOException {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        BoltNode node = top();
        for (int depth = 0; !node.isLeaf(); depth++) {
            demandDepth(depth);
            node = file.node(node.child(Math.max(0, node.floor(wanted))));
        }
        int index = node.floor(wanted);
        return index >= 0 && Arrays.equals(node.key(index), wanted)
                ? Optional.of(new Found(node, index))
                : Optional.empty();
    }

    private BoltNode top() throws IOException {
        return inline.isPresent() ? inline.get() : file.node(root);
    }

    private BoltBucket bucket(Found found) throws IOException {
        String where = "bucket " + found.index() + " of " + found.leaf().where();
        byte[] value = found.leaf().value(found.index());
        if (value.length < HEADER) {
            throw new BoltFormatException(where + " is shorter than a bucket's head");
        }
        ByteBuffer bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        long page = bytes.getLong(0);
        if (page != 0) {
            return at(file, page);
        }
        ByteBuffer node = bytes.slice(HEADER, value.length - HEADER).order(ByteOrder.LITTLE_ENDIAN);
        return new BoltBucket(file, 0, Optional.of(BoltNode.of(node, where)));
    }

    private static void demandDepth(int depth) throws BoltFormatException {
        if (depth > MAX_DEPTH) {
            throw new BoltFormatException("the tree is deeper than " + MAX_DEPTH + " pages");
        }
    }
}
