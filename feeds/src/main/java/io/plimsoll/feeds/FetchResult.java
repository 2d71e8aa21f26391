package io.plimsoll.feeds;

import java.io.InputStream;

/// What a request for one file of a feed gave.
sealed interface FetchResult {
    /// The file is as it was when it had the fingerprint that was sent.
    record Unchanged() implements FetchResult {}

    /// The file's bytes.
    ///
    /// @param stream closed by the receiver
    /// @param fingerprint what to send the next time; empty where the server gives none
    record Content(InputStream stream, Fingerprint fingerprint) implements FetchResult {}

    /// There is no such file.
    record Absent() implements FetchResult {}

    /// What a server said of a file's version.
    ///
    /// Source: RFC 9110, sections 8.8.2 and 8.8.3.
    ///
    /// @param etag value of `ETag`, empty where there was none
    /// @param lastModified value of `Last-Modified`, empty where there was none
    record Fingerprint(String etag, String lastModified) {
        static final Fingerprint NONE = new Fingerprint("", "");
    }
}
