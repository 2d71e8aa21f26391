package io.plimsoll.registry;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A program that keeps logins: `docker-credential-NAME get`, the registry on its standard input,
/// user and secret on its standard output. The only place that starts a program.
///
/// Source: docker-credential-helpers, README, "Development".
final class CredentialHelper {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String NOT_FOUND = "credentials not found";
    private static final String TOKEN_USER = "<token>";
    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final long LIMIT_SECONDS = 60;

    private final String program;
    private final RegistryOptions options;

    /// @throws RegistryException if the name could lead to a program elsewhere
    CredentialHelper(String name, RegistryOptions options) throws RegistryException {
        if (!NAME.matcher(name).matches()) {
            throw new RegistryException(
                    Reason.CONFIGURATION,
                    "the credential helper " + Texts.quote(name) + " has no allowed name");
        }
        this.program = "docker-credential-" + name;
        this.options = options;
    }

    /// The login for a registry; nothing where the helper has none.
    Optional<Credential> get(String server) throws RegistryException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(find().toString(), "get");
        builder.environment().clear();
        builder.environment().putAll(options.environment());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        String answer;
        int code;
        try {
            Process process = builder.start();
            Thread guard = Thread.ofVirtual().start(() -> end(process));
            ask(process, server);
            try (InputStream out = process.getInputStream()) {
                answer = new String(out.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            }
            code = process.waitFor();
            guard.interrupt();
        } catch (IOException failed) {
            throw failed(server, "did not run");
        }
        if (code != 0) {
            if (answer.contains(NOT_FOUND)) {
                return Optional.empty();
            }
            throw failed(server, "ended with " + code);
        }
        return login(server, answer);
    }

    private static void ask(Process process, String server) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((server + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
            // A helper with one login for all may end without reading; its answer counts.
        }
    }

    /// Ends a helper that waits for something that does not come.
    private static void end(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException done) {
            // The helper has ended by itself.
        }
    }

    private Optional<Credential> login(String server, String answer) throws RegistryException {
        try {
            JsonObject login = Json.parse(answer.getBytes(StandardCharsets.UTF_8)).asObject();
            String user = login.text("Username");
            String secret = login.text("Secret");
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    user.equals(TOKEN_USER)
                            ? new Credential.IdentityToken(secret, program)
                            : new Credential.Password(user, secret, program));
        } catch (JsonFormatException broken) {
            // The answer holds the secret, so nothing of it is shown.
            throw failed(server, "did not answer in JSON");
        }
    }

    private Path find() throws RegistryException {
        for (String folder : options.variable("PATH").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder).resolve(program);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return file;
            }
        }
        throw new RegistryException(
                Reason.CONFIGURATION,
                "the configuration names the credential helper "
                        + program
                        + ", and no folder of PATH has it; install it, or log in without it");
    }

    private RegistryException failed(String server, String how) {
        return new RegistryException(
                Reason.CONFIGURATION,
                "the credential helper "
                        + program
                        + " "
                        + how
                        + "; `echo "
                        + server
                        + " | "
                        + program
                        + " get` shows why");
    }
}
