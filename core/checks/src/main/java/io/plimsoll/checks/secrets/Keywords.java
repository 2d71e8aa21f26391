package io.plimsoll.checks.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Finds all keywords of all rules in one pass over bytes, in any case: an automaton after Aho and
/// Corasick with every transition in a table.
///
/// States in which something is to be done have the lowest numbers, so that the loop over the bytes
/// needs one comparison. The end of a line is such a state, too, which counts the lines.
///
/// Source: A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18(6), 1975.
final class Keywords {
    /// A row of the table has room for so many classes of bytes: 26 letters, 10 digits, the line's
    /// end, all the rest, and 26 other characters.
    static final int CLASS_BITS = 6;

    private static final int CLASSES = 1 << CLASS_BITS;

    /// The state after a line's end.
    static final int NEW_LINE = 0;

    private final byte[] classes = new byte[256];
    private final char[] next;
    private final int outputs;
    private final int start;
    private final int[][] found;

    /// @param keywords each of which is found by its index
    Keywords(List<String> keywords) {
        List<byte[]> folded =
                keywords.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .map(each -> each.getBytes(StandardCharsets.ISO_8859_1))
                        .toList();
        classify(folded);
        Trie trie = new Trie(folded);
        int[] number = trie.numbers();
        outputs = trie.outputs();
        start = number[0];
        found = new int[outputs][];
        next = new char[(trie.size() + 1) * CLASSES];
        for (int state = 0; state < trie.size(); state++) {
            int row = number[state] << CLASS_BITS;
            for (int c = 0; c < CLASSES; c++) {
                next[row | c] = (char) number[trie.next(state, c)];
            }
            next[row | classes['\n']] = NEW_LINE;
            if (number[state] < outputs) {
                found[number[state]] = trie.found(state);
            }
        }
        System.arraycopy(next, start << CLASS_BITS, next, NEW_LINE, CLASSES);
        found[NEW_LINE] = new int[0];
    }

    private void classify(List<byte[]> keywords) {
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

    private final class Trie {
        private final List<int[]> children = new ArrayList<>();
        private final List<List<Integer>> ends = new ArrayList<>();

        Trie(List<byte[]> keywords) {
            add();
            for (int i = 0; i < keywords.size(); i++) {
                int state = 0;
                for (byte each : keywords.get(i)) {
                    int c = classes[each & 0xff];
                    if (children.get(state)[c] < 0) {
                        children.get(state)[c] = add();
                    }
                    state = children.get(state)[c];
                }
                ends.get(state).add(i);
            }
            complete();
        }

        private int add() {
            int[] none = new int[CLASSES];
            Arrays.fill(none, -1);
            children.add(none);
            ends.add(new ArrayList<>());
            return children.size() - 1;
        }

        /// Fills in where a state without a child goes: where the longest of its suffixes goes.
        private void complete() {
            int[] suffix = new int[size()];
            Deque<Integer> queue = new ArrayDeque<>();
            for (int c = 0; c < CLASSES; c++) {
                int child = children.getFirst()[c];
                if (child < 0) {
                    children.getFirst()[c] = 0;
                } else {
                    queue.add(child);
                }
            }
            while (!queue.isEmpty()) {
                int state = queue.remove();
                ends.get(state).addAll(ends.get(suffix[state]));
                for (int c = 0; c < CLASSES; c++) {
                    int child = children.get(state)[c];
                    int other = children.get(suffix[state])[c];
                    if (child < 0) {
                        children.get(state)[c] = other;
                    } else {
                        suffix[child] = other;
                        queue.add(child);
                    }
                }
            }
        }

        int size() {
            return children.size();
        }

        int next(int state, int c) {
            return children.get(state)[c];
        }

        int[] found(int state) {
            return ends.get(state).stream().mapToInt(Integer::intValue).toArray();
        }

        int outputs() {
            return 1 + (int) ends.stream().filter(each -> !each.isEmpty()).count();
        }

        /// The number of each state, those that found something after {@link Keywords#NEW_LINE} first.
        int[] numbers() {
            int[] numbers = new int[size()];
            int output = 1;
            int plain = outputs();
            for (int state = 0; state < size(); state++) {
                numbers[state] = ends.get(state).isEmpty() ? plain++ : output++;
            }
            return numbers;
        }
    }
}
