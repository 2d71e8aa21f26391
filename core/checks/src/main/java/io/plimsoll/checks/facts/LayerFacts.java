package io.plimsoll.checks.facts;

import io.plimsoll.model.Problem;
import java.util.List;

/// What checks want to know of one layer, whatever lies below or above it. The same bytes give the same
/// facts, so that they can be kept.
///
/// @param names of everything in it
/// @param whiteouts paths that it deletes from the layers below
/// @param opaque folders whose content below it hides
/// @param special files and folders whose permissions are worth a look
/// @param accounts files of accounts
/// @param secrets in its text files
/// @param searched what was searched for them
/// @param newest the newest times at which its files were changed, the newest first; at most
///     {@link #MOST_TIMES}
/// @param problems what could not be looked at
public record LayerFacts(
        FileNames names,
        List<String> whiteouts,
        List<String> opaque,
        List<SpecialFile> special,
        List<AccountFile> accounts,
        List<FoundSecret> secrets,
        Searched searched,
        List<ChangeTime> newest,
        List<Problem> problems) {
    /// Part of the key of whatever is kept of them: grows with each change of what they hold.
    public static final int REVISION = 1;

    /// Enough to tell a build's clock from a time that all files were given.
    static final int MOST_TIMES = 64;

    /// A layer of which nothing is known.
    public static final LayerFacts NONE =
            new LayerFacts(
                    FileNames.none(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Searched.NOTHING,
                    List.of(),
                    List.of());

    public LayerFacts {
        whiteouts = List.copyOf(whiteouts);
        opaque = List.copyOf(opaque);
        special = List.copyOf(special);
        accounts = List.copyOf(accounts);
        secrets = List.copyOf(secrets);
        newest = List.copyOf(newest);
        problems = List.copyOf(problems);
    }
}
