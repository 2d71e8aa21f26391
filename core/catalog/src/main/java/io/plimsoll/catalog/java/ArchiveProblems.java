package io.plimsoll.catalog.java;

import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ProblemKind;

/// The problems of one archive, kept in the list of the outermost file.
///
/// @param path evidence path of the archive
record ArchiveProblems(ProblemList list, String path, Limits limits) {
    /// The same list for something inside.
    ArchiveProblems at(String inner) {
        return new ArchiveProblems(list, inner, limits);
    }

    void add(ProblemKind kind, long offset, String reason) {
        list.addAt(path, kind, "byte " + offset + ": " + reason);
    }

    void malformed(String reason) {
        list.addAt(path, ProblemKind.MALFORMED, reason);
    }

    void limit(Limit limit, String where) {
        list.limitAt(path, limit, limits, where);
    }
}
