package io.plimsoll.checks.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Finds all keywords of all rules in one pass over bytes, in any case: an automaton after Aho and
/// Corasick with every transition in a table.
///
/// States in which something is to be done have the lowest numbers, so that the loop over the bytes
/// needs one comparison. The end of a line is such a state, too, which counts the lines.
///
/// It is built in each process that searches: plain arrays, since a cold JVM does it.
///
/// Source: A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18(6), 1975.
final class Keywords {
    /// A row of the table has room for so many classes of bytes: 26 letters, 10 digits, the line's
    /// end, all the rest, and 26 other characters.
    static final int CLASS_BITS = 6;

    private static final int CLASSES = 1 << CLASS_BITS;

    /// The state after a line's end.
    static final int NEW_LINE = 0;

    private static final int[] NOTHING = {};

    private final byte[] classes = new byte[256];
    private final char[] next;
    private final int outputs;
    private final int start;
    private final int[][] found;

    /// @param keywords each of which is found by its index
    Keywords(List<String> keywords) {
        List<byte[]> folded = new ArrayList<>();
        for (String each : keywords) {
            folded.add(each.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1));
        }
        int used = classify(folded);
        Trie trie = new Trie(folded, used);
        int[] number = trie.numbers();
        outputs = trie.outputs;
        start = number[0];
        found = new int[outputs][];
        next = new char[(trie.size + 1) << CLASS_BITS];
        for (int state = 0; state < trie.size; state++) {
            int row = number[state] << CLASS_BITS;
            int children = state << CLASS_BITS;
            for (int c = 0; c < used; c++) {
                next[row + c] = (char) number[trie.children[children + c]];
            }
            next[row + classes['\n']] = NEW_LINE;
            if (number[state] < outputs) {
                found[number[state]] = trie.ends[state];
            }
        }
        System.arraycopy(next, start << CLASS_BITS, next, NEW_LINE, CLASSES);
        found[NEW_LINE] = NOTHING;
    }

    /// Gives each byte that is in a keyword a class, both cases the same one, and all others class 0.
    ///
    /// @return how many there are
    private int classify(List<byte[]> keywords) {
        int count = 1;
        classes['\n'] = (byte) count++;
        for (byte[] keyword : keywords) {
            for (byte each : keyword) {
                if (classes[each & 0xff] == 0) {
                    classes[each & 0xff] = (byte) count++;
                    byte upper = (byte) Character.toUpperCase((char) (each & 0xff));
                    classes[upper & 0xff] = classes[each & 0xff];
                }
            }
        }
        if (count > CLASSES) {
            throw new IllegalStateException("the keywords have too many characters");
        }
        return count;
    }

    /// The transitions: the state after another one and a class of bytes.
    char[] next() {
        return next;
    }

    /// The class of each byte.
    byte[] classes() {
        return classes;
    }

    /// The state before the first byte.
    int start() {
        return start;
    }

    /// States below this one have found something.
    int outputs() {
        return outputs;
    }

    /// The indexes of the keywords that end in a state.
    int[] found(int state) {
        return found[state];
    }

    /// The keywords as a tree, and then as an automaton.
    private final class Trie {
        private final int used;
        private int[] children;
        private int[][] ends;
        private int size = 1;
        private int outputs = 1;

        Trie(List<byte[]> keywords, int used) {
            this.used = used;
            int most = 1;
            for (byte[] keyword : keywords) {
                most += keyword.length;
            }
            children = new int[most << CLASS_BITS];
            ends = new int[most][];
            Arrays.fill(ends, NOTHING);
            for (int i = 0; i < keywords.size(); i++) {
                add(keywords.get(i), i);
            }
            complete();
        }

        private void add(byte[] keyword, int index) {
            int state = 0;
            for (byte each : keyword) {
                int at = (state << CLASS_BITS) + classes[each & 0xff];
                if (children[at] == 0) {
                    children[at] = size++;
                }
                state = children[at];
            }
            ends[state] = joined(ends[state], new int[] {index});
        }

        private static int[] joined(int[] left, int[] right) {
            int[] both = Arrays.copyOf(left, left.length + right.length);
            System.arraycopy(right, 0, both, left.length, right.length);
            return both;
        }

        /// Fills in where a state without a child goes: where the longest of its suffixes goes. The
        /// root's child is no state's, so that 0 stands for none.
        private void complete() {
            int[] suffix = new int[size];
            int[] queue = new int[size];
            int last = 0;
            for (int first = -1; first < last; first++) {
                int state = first < 0 ? 0 : queue[first];
                int row = state << CLASS_BITS;
                int other = suffix[state] << CLASS_BITS;
                if (state != 0 && ends[suffix[state]].length > 0) {
                    ends[state] = joined(ends[state], ends[suffix[state]]);
                }
                for (int c = 0; c < used; c++) {
                    int child = children[row + c];
                    if (child == 0) {
                        children[row + c] = state == 0 ? 0 : children[other + c];
                    } else {
                        suffix[child] = state == 0 ? 0 : children[other + c];
                        queue[last++] = child;
                    }
                }
                outputs += ends[state].length > 0 ? 1 : 0;
            }
        }

        /// The number of each state, those that found something after {@link Keywords#NEW_LINE} first.
        int[] numbers() {
            int[] numbers = new int[size];
            int output = 1;
            int plain = outputs;
            for (int state = 0; state < size; state++) {
                numbers[state] = ends[state].length == 0 ? plain++ : output++;
            }
            return numbers;
        }
    }
}
