package io.plimsoll.image.problem;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The failure of a source of bytes, remembered so that it is known again when it comes back out of
/// a visitor: a source that fails is a problem of the image, a visitor that fails is not.
public final class SourceFailure {
    private @Nullable IOException first;

    /// Remembers an exception unless there is one already.
    ///
    /// @return the exception given, to be thrown
    @CanIgnoreReturnValue
    public IOException remember(IOException exception) {
        if (first == null) {
            first = exception;
        }
        return exception;
    }

    /// Throws the failure again: a source that failed once stays failed.
    public void check() throws IOException {
        if (first != null) {
            throw first;
        }
    }

    /// Whether an exception is, or was caused by, the failure.
    @SuppressWarnings("ReferenceEquality") // this exception, not one like it
    public boolean isCauseOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause == first) {
                return true;
            }
        }
        return false;
    }
}
