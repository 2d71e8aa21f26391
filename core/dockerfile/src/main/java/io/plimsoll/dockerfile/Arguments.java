package io.plimsoll.dockerfile;

import java.util.List;
import java.util.Optional;

/// What follows the keyword and the flags of an instruction.
public sealed interface Arguments {
    /// Nothing follows.
    record None() implements Arguments {}

    /// Words between white space: FROM, EXPOSE, ARG, and ADD, COPY, VOLUME in their shell form.
    record Words(List<Word> words) implements Arguments {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// Names with values: ENV and LABEL.
    record Pairs(List<Pair> pairs) implements Arguments {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /// The JSON form.
    record Json(List<Word> words) implements Arguments {
        public Json {
            words = List.copyOf(words);
        }
    }

    /// One text to the end of the line: RUN, CMD, ENTRYPOINT and SHELL in their shell form,
    /// MAINTAINER, STOPSIGNAL, USER, WORKDIR, and instructions that nobody knows.
    record Text(Word text) implements Arguments {}

    /// The check of HEALTHCHECK: `CMD` or `NONE`, and the command.
    record Check(Word type, Arguments command) implements Arguments {}

    /// What ONBUILD waits with.
    record Trigger(Instruction instruction) implements Arguments {}

    /// A name and its value.
    ///
    /// @param equals false for the old form with a space between them
    record Pair(Word name, Word value, boolean equals) {}

    /// The words of it, whichever form it has; none of a trigger.
    default List<Word> list() {
        return switch (this) {
            case None() -> List.of();
            case Words(List<Word> words) -> words;
            case Pairs(List<Pair> pairs) ->
                    pairs.stream()
                            .<Word>mapMulti((pair, out) -> {
                                out.accept(pair.name());
                                out.accept(pair.value());
                            })
                            .toList();
            case Json(List<Word> words) -> words;
            case Text(Word text) -> List.of(text);
            case Check(Word type, Arguments command) -> {
                List<Word> all = new java.util.ArrayList<>(List.of(type));
                all.addAll(command.list());
                yield List.copyOf(all);
            }
            case Trigger(Instruction instruction) -> List.of();
        };
    }

    /// The last word, such as the destination of COPY.
    default Optional<Word> last() {
        List<Word> words = list();
        return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
    }
}
