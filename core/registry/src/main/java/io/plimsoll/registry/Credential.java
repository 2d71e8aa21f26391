package io.plimsoll.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What proves to a registry who asks. Never shows its secret.
sealed interface Credential {
    /// Where it was found, for messages.
    String from();

    /// A user's name and password.
    record Password(String user, String secret, String from) implements Credential {
        String basic() {
            byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "a password from " + from;
        }
    }

    /// A token that is exchanged for others.
    record IdentityToken(String secret, String from) implements Credential {
        @Override
        public String toString() {
            return "an identity token from " + from;
        }
    }

    /// Nothing was found.
    record None(String from) implements Credential {}
}
