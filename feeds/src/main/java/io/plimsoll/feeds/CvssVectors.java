package io.plimsoll.feeds;

import io.plimsoll.model.Score;
import java.util.Optional;
import us.springett.cvss.Cvss;
import us.springett.cvss.MalformedVectorException;

/// Base scores of CVSS vectors, reckoned when the store is built so that no scan has to.
final class CvssVectors {
    private CvssVectors() {}

    /// The score of a vector of version 2, 3 or 4; nothing where the vector is malformed, since then
    /// it says nothing.
    static Optional<Score> score(String source, String vector) {
        try {
            Cvss cvss = Cvss.fromVector(vector);
            return cvss == null
                    ? Optional.empty()
                    : Optional.of(new Score(source, vector, cvss.calculateScore().getBaseScore()));
        } catch (MalformedVectorException
                | IllegalArgumentException
                | IndexOutOfBoundsException malformed) {
            // The last is what the library has for parts without a name or a value.
            return Optional.empty();
        }
    }
}
