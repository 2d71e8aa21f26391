package io.plimsoll.dockerfile;

/// The image that a build begins with.
public sealed interface BaseImageName {
    /// An image.
    ///
    /// @param reference with its variables replaced
    /// @param from the FROM that names it
    record Name(String reference, Instruction from) implements BaseImageName {}

    /// `FROM scratch`: there is none.
    record Scratch(Instruction from) implements BaseImageName {}

    /// A FROM that hangs on what is not known.
    ///
    /// @param argument the ARG without a value; empty where the FROM is wrong in another way
    record Unresolvable(String argument, Instruction from) implements BaseImageName {
        /// What `docker scan` says of it.
        public static final String TEXT =
                "Dockerfile must have default values for all ARG instructions.";
    }

    /// No stage at all.
    record NoFrom() implements BaseImageName {
        /// What `docker scan` says of it.
        public static final String TEXT =
                "Dockerfile must begin with a FROM instruction. This may be after parser directives,"
                        + " comments, and globally scoped ARGs.";
    }
}
