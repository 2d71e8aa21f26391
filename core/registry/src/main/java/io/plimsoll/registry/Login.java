package io.plimsoll.registry;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Proves to one server who asks for one repository: with a name and a password, or with a token that
/// another server gives for them. Safe for several threads.
///
/// Sources: distribution, `docs/spec/auth/token.md` and `docs/spec/auth/oauth.md`.
final class Login {
    private static final int LONGEST_TOKEN = 1024 * 1024;
    private static final String CLIENT = "plimsoll";

    private final Transport transport;
    private final Endpoint endpoint;
    private final String repository;
    private final String actions;
    private Optional<String> header = Optional.empty();
    private @Nullable Credential credential;

    /// @param actions what is to be allowed, in the words of a token's scope: `pull` or `pull,push`
    Login(Transport transport, Endpoint endpoint, String repository, String actions) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.repository = repository;
        this.actions = actions;
    }

    /// The value of `Authorization` that the server took before.
    synchronized Optional<String> header() {
        return header;
    }

    /// A new value, after the server has refused one.
    ///
    /// @param refused what it refused, empty where nothing was shown
    /// @throws RegistryException if there is none that it could take
    synchronized Optional<String> renew(List<Challenge> challenges, Optional<String> refused)
            throws RegistryException, InterruptedException {
        if (header.isPresent() && !header.equals(refused)) {
            return header;
        }
        header = Optional.empty();
        Optional<Challenge> bearer = first(challenges, "bearer");
        header =
                bearer.isPresent()
                        ? Optional.of("Bearer " + token(bearer.get()))
                        : Optional.of(basic(challenges, refused));
        return header;
    }

    private static Optional<Challenge> first(List<Challenge> challenges, String scheme) {
        return challenges.stream().filter(each -> each.scheme().equals(scheme)).findFirst();
    }

    private String basic(List<Challenge> challenges, Optional<String> refused)
            throws RegistryException, InterruptedException {
        if (first(challenges, "basic").isEmpty()) {
            throw denied(
                    endpoint.name()
                            + " wants a login of a kind that is not supported; Basic and"
                            + " Bearer are");
        }
        return switch (credential()) {
            case Credential.None none -> throw denied(missing(none));
            case Credential.IdentityToken token ->
                    throw denied(
                            endpoint.name()
                                    + " wants a password, and "
                                    + token.from()
                                    + " has an identity token for it; "
                                    + remedy());
            case Credential.Password password -> {
                if (refused.isPresent()) {
                    throw denied(wrong(endpoint.name(), password));
                }
                yield password.basic();
            }
        };
    }

    private String token(Challenge challenge) throws RegistryException, InterruptedException {
        URI realm = realm(challenge.parameter("realm"));
        Map<String, String> query = new TreeMap<>();
        if (!challenge.parameter("service").isEmpty()) {
            query.put("service", challenge.parameter("service"));
        }
        query.put("scope", "repository:" + repository + ":" + actions);
        Credential known = credential();
        Request request =
                switch (known) {
                    case Credential.IdentityToken token -> {
                        query.put("grant_type", "refresh_token");
                        query.put("client_id", CLIENT);
                        query.put("refresh_token", token.secret());
                        yield Request.form(realm, form(query));
                    }
                    case Credential.Password password -> {
                        query.put("account", password.user());
                        yield Request.get(withQuery(realm, query))
                                .authorized(Optional.of(password.basic()));
                    }
                    case Credential.None none -> Request.get(withQuery(realm, query));
                };
        Answer answer = transport.send(request);
        if (answer.status() == 200) {
            return token(answer);
        }
        throw notGiven(answer, known);
    }

    private RegistryException notGiven(Answer answer, Credential known) {
        String what = answer.described();
        if (answer.status() != 400 && answer.status() != 401 && answer.status() != 403) {
            return new RegistryException(
                    Reason.REFUSED,
                    "the token server "
                            + answer.host()
                            + " of "
                            + endpoint.name()
                            + " answers "
                            + what);
        }
        return denied(
                switch (known) {
                    case Credential.None none -> missing(none);
                    case Credential.Password password ->
                            wrong(
                                    "the token server " + answer.host() + " of " + endpoint.name(),
                                    password);
                    case Credential.IdentityToken token ->
                            "the token server "
                                    + answer.host()
                                    + " of "
                                    + endpoint.name()
                                    + " answers "
                                    + what
                                    + " to the identity token of "
                                    + token.from()
                                    + ": it has expired or was withdrawn; "
                                    + remedy();
                });
    }

    private String token(Answer answer) throws RegistryException {
        String what = "a token of " + endpoint.name();
        try {
            JsonObject object = Json.parse(answer.bytes(LONGEST_TOKEN, what)).asObject();
            String token = object.text("token");
            String chosen = token.isEmpty() ? object.text("access_token") : token;
            if (!chosen.isEmpty() && chosen.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return chosen;
            }
        } catch (JsonFormatException broken) {
            // Said below, without the answer.
        } catch (RegistryException said) {
            throw said;
        } catch (IOException broken) {
            throw Failures.explained(broken, answer.host());
        }
        throw new RegistryException(
                Reason.REFUSED,
                "the token server " + answer.host() + " of " + endpoint.name() + " gives no token");
    }

    /// The server that gives tokens: with TLS, or named as one that is spoken to without.
    private URI realm(String text) throws RegistryException {
        try {
            URI realm = URI.create(text);
            boolean plain =
                    "http".equals(realm.getScheme())
                            && Endpoint.mayBePlain(realm, transport.options());
            boolean allowed = plain || "https".equals(realm.getScheme());
            if (realm.getHost() != null && realm.getUserInfo() == null && allowed) {
                return realm;
            }
            if (realm.getHost() != null && "http".equals(realm.getScheme())) {
                String host = Endpoint.hostOf(realm);
                throw new RegistryException(
                        Reason.REFUSED,
                        endpoint.name()
                                + " names the token server "
                                + Texts.plain(host)
                                + " without TLS; if it is to be spoken to without, say --plain-http "
                                + Texts.plain(host));
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new RegistryException(
                Reason.REFUSED, endpoint.name() + " names no token server that can be asked");
    }

    private static URI withQuery(URI realm, Map<String, String> query) {
        String separator = realm.getRawQuery() == null ? "?" : "&";
        return URI.create(realm + separator + form(query));
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry ->
                        entry.getKey()
                                + "="
                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Credential credential() throws RegistryException, InterruptedException {
        Credential known = credential;
        if (known == null) {
            known = new DockerConfig(transport.options()).find(endpoint.name(), repository);
            credential = known;
        }
        return known;
    }

    /// What to say of a server that refuses a login that was made for it just now.
    String refusal(String described) throws RegistryException, InterruptedException {
        String who = endpoint.name() + " answers " + described + " for '" + repository + "'";
        return switch (credential()) {
            case Credential.None none ->
                    who + ": it is not there, or wants a login; " + missing(none);
            case Credential known ->
                    who
                            + " even with a fresh login from "
                            + known.from()
                            + ": it gives no right to "
                            + actions.substring(actions.indexOf(',') + 1)
                            + " it, it has expired already, or there is no"
                            + " such repository";
        };
    }

    private String wrong(String who, Credential.Password password) {
        return who
                + " does not accept the user name and password of "
                + password.from()
                + "; "
                + remedy();
    }

    private String missing(Credential.None none) {
        return endpoint.name()
                + " wants a login for '"
                + repository
                + "', and there is none in "
                + none.from()
                + "; "
                + remedy();
    }

    private String remedy() {
        boolean hub = endpoint.name().equals(ImageReference.DOCKER_HUB);
        return "log in with `docker login" + (hub ? "" : " " + endpoint.name()) + "`";
    }

    private static RegistryException denied(String message) {
        return new RegistryException(Reason.DENIED, message);
    }
}
