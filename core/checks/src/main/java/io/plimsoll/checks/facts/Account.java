package io.plimsoll.checks.facts;

/// A line of `/etc/passwd`, `/etc/group` or `/etc/shadow`. Of a password only the kind is kept.
///
/// @param id user or group id; -1 where it is no number, or the file has none
/// @param password what stands in the password's place
/// @param shell the login shell; empty where the file has none
public record Account(String name, long id, Password password, String shell) {
    /// What stands in the place of a password.
    public enum Password {
        /// Nothing: whoever gives the name is let in.
        EMPTY,
        /// It stands in another file.
        ELSEWHERE,
        /// A text that no password has as its hash: nobody is let in by one.
        LOCKED,
        /// The hash of a password.
        SET
    }
}
