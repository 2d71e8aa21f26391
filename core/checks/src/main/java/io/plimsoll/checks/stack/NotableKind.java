package io.plimsoll.checks.stack;

/// Why a path is worth a look.
public enum NotableKind {
    /// What a package manager keeps for its next run.
    CACHE,
    /// Logins of other systems.
    CREDENTIAL,
    /// The private key of an SSH server.
    HOST_KEY,
    /// What belongs to the building of an image, not into it.
    BUILD,
    /// What a build writes its time into.
    LOG,
    /// Lets a user become another one.
    SUDO,
    /// Lets users in over the network.
    SSH_SERVER,
    /// Where a package manager of the system writes down what it installs.
    DATABASE
}
