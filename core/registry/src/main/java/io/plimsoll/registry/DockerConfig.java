package io.plimsoll.registry;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The logins of this user: what `docker login`, `podman login` and `skopeo login` left behind.
///
/// The files in the order in which they are asked: `REGISTRY_AUTH_FILE`, Docker's `config.json`
/// (`DOCKER_CONFIG`, else `~/.docker`), and `containers/auth.json` in `XDG_RUNTIME_DIR` and in
/// `XDG_CONFIG_HOME` (else `~/.config`). In a file a helper of the registry comes first, then the
/// helper of all, then what stands in the file.
///
/// Sources: Docker CLI, `config.json`; containers-auth.json(5).
final class DockerConfig {
    private final RegistryOptions options;

    DockerConfig(RegistryOptions options) {
        this.options = options;
    }

    /// What to prove oneself with.
    ///
    /// @param host of the registry, `docker.io` for Docker Hub
    /// @param repository within it: a login may be for a part of a registry
    /// @throws RegistryException if a file or a helper is there and cannot be used
    Credential find(String host, String repository) throws RegistryException, InterruptedException {
        List<Path> files = files();
        for (Path file : files) {
            if (Files.exists(file)) {
                Optional<Credential> found = find(file, keys(host, repository), host);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return new Credential.None(
                files.isEmpty() ? "no folder, for HOME is not set" : seen(files));
    }

    private static String seen(List<Path> files) {
        return String.join(", ", files.stream().map(Path::toString).toList());
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        options.folder("REGISTRY_AUTH_FILE", "").ifPresent(files::add);
        options.folder("DOCKER_CONFIG", ".docker")
                .ifPresent(folder -> files.add(folder.resolve("config.json")));
        options.folder("XDG_RUNTIME_DIR", "")
                .ifPresent(folder -> files.add(folder.resolve("containers/auth.json")));
        options.folder("XDG_CONFIG_HOME", ".config")
                .ifPresent(folder -> files.add(folder.resolve("containers/auth.json")));
        return files;
    }

    /// `host/a/b`, `host/a`, `host`: the nearest login counts.
    private static List<String> keys(String host, String repository) {
        List<String> keys = new ArrayList<>();
        String key = host + "/" + repository;
        while (key.length() > host.length()) {
            keys.add(key);
            key = key.substring(0, key.lastIndexOf('/'));
        }
        keys.add(host);
        return keys;
    }

    private Optional<Credential> find(Path file, List<String> keys, String host)
            throws RegistryException, InterruptedException {
        JsonObject config = read(file);
        JsonObject helpers = config.object("credHelpers");
        Set<String> asked = new LinkedHashSet<>();
        for (String key : helpers.members().keySet()) {
            if (keys.contains(normal(key))) {
                asked.add(helpers.text(key));
            }
        }
        asked.add(config.text("credsStore"));
        asked.remove("");
        for (String helper : asked) {
            Optional<Credential> found = new CredentialHelper(helper, options).get(serverOf(host));
            if (found.isPresent()) {
                return found;
            }
        }
        JsonObject auths = config.object("auths");
        for (String key : keys) {
            for (String name : auths.members().keySet()) {
                if (normal(name).equals(key)) {
                    Optional<Credential> found = entry(auths.object(name), file, name);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static JsonObject read(Path file) throws RegistryException {
        try {
            JsonValue root = Json.parse(Files.readAllBytes(file));
            if (root instanceof JsonObject object) {
                return object;
            }
            throw new RegistryException(
                    Reason.CONFIGURATION, "'" + file + "' holds no JSON object; log in again");
        } catch (JsonFormatException broken) {
            // The parser's own message may quote what stands in the file.
            throw new RegistryException(
                    Reason.CONFIGURATION,
                    "'" + file + "' is not JSON that can be read; correct it or log in again");
        } catch (IOException unreadable) {
            throw new RegistryException(
                    Reason.CONFIGURATION,
                    "'"
                            + file
                            + "' cannot be read ("
                            + unreadable.getClass().getSimpleName()
                            + "); check who may read it, or set DOCKER_CONFIG to another folder",
                    unreadable);
        }
    }

    private static Optional<Credential> entry(JsonObject entry, Path file, String name)
            throws RegistryException {
        String from = "'" + file + "'";
        String token = entry.text("identitytoken");
        if (!token.isEmpty()) {
            return Optional.of(new Credential.IdentityToken(token, from));
        }
        String auth = entry.text("auth");
        if (!auth.isEmpty()) {
            return Optional.of(decoded(auth, from, name));
        }
        String user = entry.text("username");
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credential.Password(user, entry.text("password"), from));
    }

    private static Credential decoded(String auth, String from, String name)
            throws RegistryException {
        try {
            String pair =
                    new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                // Docker pads the pair with zero bytes in old files.
                String secret = pair.substring(colon + 1).replaceFirst("\0+$", "");
                return new Credential.Password(pair.substring(0, colon), secret, from);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, without the text.
        }
        throw new RegistryException(
                Reason.CONFIGURATION,
                from
                        + ": the member 'auth' of "
                        + Texts.quote(name)
                        + " is not a user's name and password in base64; log in again");
    }

    /// A key of a file as a host, with a part of the repository where it has one.
    ///
    /// Docker Hub's key is `https://index.docker.io/v1/`.
    private static String normal(String key) {
        String bare = key.replaceFirst("^https?://", "").replaceFirst("/(v1|v2)?/?$", "");
        int slash = bare.indexOf('/');
        String host = slash < 0 ? bare : bare.substring(0, slash);
        return ImageReference.canonical(host) + (slash < 0 ? "" : bare.substring(slash));
    }

    /// What a helper knows a registry by.
    private static String serverOf(String host) {
        return host.equals(ImageReference.DOCKER_HUB) ? "https://index.docker.io/v1/" : host;
    }
}
