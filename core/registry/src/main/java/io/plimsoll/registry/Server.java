package io.plimsoll.registry;

import io.plimsoll.registry.RegistryException.Reason;
import java.net.URI;
import java.util.Optional;

/// One repository on one server.
///
/// Source: OCI distribution specification, "Endpoints".
final class Server {
    private final Transport transport;
    private final Endpoint endpoint;
    private final String repository;
    private final Login login;

    /// @param actions what will be done, in the words of a token's scope
    Server(Transport transport, Endpoint endpoint, String repository, String actions) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.repository = repository;
        this.login = new Login(transport, endpoint, repository, actions);
    }

    String name() {
        return endpoint.name();
    }

    /// Gets `/v2/REPOSITORY/PATH`, with a login where the server wants one.
    ///
    /// @param what is asked for, for messages: `the tag '1'`
    /// @return an answer with the status 200 or 206
    Answer get(String path, String header, String value, String what)
            throws RegistryException, InterruptedException {
        Request request = Request.get(address(path));
        Answer answer = send(value.isEmpty() ? request : request.with(header, value));
        return switch (answer.status()) {
            case 200, 206 -> answer;
            default -> throw failure(answer, what);
        };
    }

    /// `/v2/REPOSITORY/PATH` of this server.
    URI address(String path) {
        return endpoint.resolve("/v2/" + repository + "/" + path);
    }

    /// Sends a request to this server, with a login where it wants one.
    Answer send(Request asked) throws RegistryException, InterruptedException {
        Optional<String> shown = login.header();
        Answer answer = transport.send(asked.authorized(shown));
        if (answer.status() != 401) {
            return answer;
        }
        answer.close();
        Optional<String> fresh =
                login.renew(Challenge.parse(answer.headers().allValues("WWW-Authenticate")), shown);
        answer = transport.send(asked.authorized(fresh));
        return answer.status() == 401 ? secondRefusal(asked, answer, fresh) : answer;
    }

    /// What an answer means that is not the one hoped for.
    RegistryException failure(Answer answer, String what)
            throws RegistryException, InterruptedException {
        return switch (answer.status()) {
            case 401, 403 ->
                    new RegistryException(Reason.DENIED, login.refusal(answer.described()));
            case 404 ->
                    new RegistryException(
                            Reason.NOT_FOUND,
                            name()
                                    + " has no "
                                    + what
                                    + " in '"
                                    + repository
                                    + "' (it answers "
                                    + answer.described()
                                    + ")");
            default ->
                    new RegistryException(
                            Reason.REFUSED,
                            name() + " answers " + answer.described() + " when asked for " + what);
        };
    }

    /// A password that is refused is wrong; a fresh token is not asked for a third time.
    private Answer secondRefusal(Request asked, Answer answer, Optional<String> fresh)
            throws RegistryException, InterruptedException {
        if (fresh.filter(each -> each.startsWith("Basic ")).isPresent()) {
            answer.close();
            Optional<String> another =
                    login.renew(
                            Challenge.parse(answer.headers().allValues("WWW-Authenticate")), fresh);
            return transport.send(asked.authorized(another));
        }
        return answer;
    }
}
