package io.plimsoll.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Two versions to compare. The pairs are always the same ones for the same versions.
///
/// @param left one version
/// @param right the other
record VersionPair(String left, String right) {
    private static final long SEED = 20_260_101L;

    /// Half of the pairs are any two of the versions; in the others the second is the first one
    /// changed in a place or two, because that is where implementations differ.
    ///
    /// @param alphabet what may be put in
    static List<VersionPair> of(List<String> versions, int count, List<String> alphabet) {
        Random random = new Random(SEED);
        List<VersionPair> pairs = new ArrayList<>(count);
        while (pairs.size() < count) {
            String left = versions.get(random.nextInt(versions.size()));
            String right =
                    random.nextBoolean()
                            ? versions.get(random.nextInt(versions.size()))
                            : changed(left, alphabet, random);
            pairs.add(new VersionPair(left, right));
        }
        return pairs;
    }

    private static String changed(String version, List<String> alphabet, Random random) {
        String changed = version;
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = random.nextInt(changed.length() + 1);
            int end = Math.min(changed.length(), at + random.nextInt(3));
            String piece = alphabet.get(random.nextInt(alphabet.size()));
            changed = changed.substring(0, at) + piece + changed.substring(end);
        }
        return changed.isEmpty() ? version : changed;
    }
}
