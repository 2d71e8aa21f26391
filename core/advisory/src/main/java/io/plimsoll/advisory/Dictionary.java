package io.plimsoll.advisory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts that many records of a segment share, such as vectors and licences, by number. Number 0 is
/// the empty text.
final class Dictionary {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Dictionary() {
        numberOf("");
    }

    static Dictionary read(Table table) {
        Dictionary dictionary = new Dictionary();
        table.forEach((key, value) -> {
            boolean first = true;
            while (value.hasMore()) {
                String text = value.readText();
                if (!first) {
                    dictionary.texts.add(text);
                }
                first = false;
            }
        });
        return dictionary;
    }

    void appendTo(ByteWriter segment) {
        ByteWriter all = new ByteWriter();
        texts.forEach(all::writeText);
        TableWriter table = new TableWriter();
        table.add(new byte[0], all.toByteArray());
        table.appendTo(segment);
    }

    int numberOf(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = texts.size();
        texts.add(text);
        numbers.put(text, number);
        return number;
    }

    String text(int number) {
        if (number >= texts.size()) {
            throw new MalformedSegmentException("text " + number + " of " + texts.size());
        }
        return texts.get(number);
    }
}
