package io.plimsoll.lint.base;

/// Tells what is known of base images. Implementations are asked by several threads.
@FunctionalInterface
public interface BaseVerdicts {
    /// Where nobody knows anything.
    BaseVerdicts NONE = reference -> BaseVerdict.NONE;

    /// What is known of an image.
    ///
    /// @param reference as FROM has it, with its variables replaced
    BaseVerdict of(String reference);
}
