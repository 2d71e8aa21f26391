package io.plimsoll.checks.secrets;

import io.plimsoll.model.Severity;
import java.util.List;

/// How one kind of secret looks.
///
/// @param id such as `github-token`
/// @param title what it is, for messages
/// @param severity how bad it is that others have it
/// @param keywords of which one is in every match
/// @param anyCase whether keywords are found in any case
/// @param atStart whether every match begins with a keyword
/// @param pattern a regular expression whose first group is the secret, or which is it as a whole; every repetition in it
///     has a bound
/// @param entropy bits a character that a secret has at least; 0 where the pattern says enough
record SecretRule(
        String id,
        String title,
        Severity severity,
        List<String> keywords,
        boolean anyCase,
        boolean atStart,
        String pattern,
        double entropy) {
    SecretRule {
        keywords = List.copyOf(keywords);
    }
}
