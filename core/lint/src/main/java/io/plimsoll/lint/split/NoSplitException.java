package io.plimsoll.lint.split;

/// There is nothing that could be argued for; the message says why, in one sentence.
final class NoSplitException extends Exception {
    NoSplitException(String why) {
        super(why);
    }
}
