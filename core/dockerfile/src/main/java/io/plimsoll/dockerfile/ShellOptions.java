package io.plimsoll.dockerfile;

/// How a word is read.
///
/// @param escape the character that takes the meaning off the next one
/// @param rawQuotes whether quotes stay
/// @param rawEscapes whether escape characters stay
/// @param literalQuotes whether quotes mean nothing
/// @param keepUnset whether variables without a value stay as they are written
record ShellOptions(
        int escape,
        boolean rawQuotes,
        boolean rawEscapes,
        boolean literalQuotes,
        boolean keepUnset) {}
