package io.plimsoll.registry;

import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// A folder on a web server, as any that serves files has it. Its files come as blobs of a registry
/// do: with the same certificates, retries, redirects and downloads that go on where they broke.
public final class WebFolder {
    private final Transport transport;
    private final URI base;

    WebFolder(Transport transport, URI base) {
        String scheme = String.valueOf(base.getScheme());
        if (base.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("no http or https address of a folder");
        }
        if (base.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an address with a name or a password in it is not taken: " + hostOf(base));
        }
        this.transport = transport;
        String path = String.valueOf(base.getRawPath());
        String authority = scheme + "://" + base.getRawAuthority();
        this.base = URI.create(authority + path + (path.endsWith("/") ? "" : "/"));
    }

    /// For messages.
    public String name() {
        return base.toString();
    }

    /// A small file.
    ///
    /// @param most bytes that it may have
    /// @throws RegistryException if it does not come or is larger
    public byte[] small(String path, long most) throws RegistryException, InterruptedException {
        try (Answer answer = get(path, 0)) {
            return answer.bytes(most, "'" + path + "'");
        } catch (RegistryException said) {
            throw said;
        } catch (IOException broken) {
            throw Failures.explained(broken, hostOf(base));
        }
    }

    /// A file as a stream that goes on where a connection broke. That it is the right one is for the
    /// reader to verify; more bytes than promised never come.
    ///
    /// @throws RegistryException if it does not begin to come; the stream throws it where it does not
    ///     go on
    public InputStream file(String path, long size) throws RegistryException, InterruptedException {
        return Download.start(new OneFile(path), size);
    }

    private Answer get(String path, long offset) throws RegistryException, InterruptedException {
        Request request = Request.get(base.resolve(path));
        Answer answer =
                transport.send(
                        offset == 0 ? request : request.with("Range", "bytes=" + offset + "-"));
        if (answer.status() == 200 || answer.status() == 206) {
            return answer;
        }
        answer.close();
        boolean missing = answer.status() == 404 || answer.status() == 410;
        throw new RegistryException(
                missing ? Reason.NOT_FOUND : Reason.REFUSED,
                base
                        + (missing ? " has no '" + path + "'" : " does not give '" + path + "'")
                        + " (it answers "
                        + answer.status()
                        + ")");
    }

    private static String hostOf(URI uri) {
        return Endpoint.hostOf(uri);
    }

    private final class OneFile implements Download.Source {
        private final String path;

        OneFile(String path) {
            this.path = path;
        }

        @Override
        public Answer from(long offset) throws RegistryException, InterruptedException {
            return get(path, offset);
        }

        @Override
        public boolean leave(RegistryException why) {
            return false;
        }

        @Override
        public String what() {
            return path;
        }

        @Override
        public String who() {
            return hostOf(base);
        }

        @Override
        public Patience patience() {
            return transport.patience();
        }
    }
}
