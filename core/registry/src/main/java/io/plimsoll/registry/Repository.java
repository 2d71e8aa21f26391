package io.plimsoll.registry;

import io.plimsoll.model.Digest;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A repository of a registry: documents and blobs, from the first of its servers that gives them. A
/// mirror that fails is said, and not asked again. Safe for several threads.
public final class Repository {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    /// Source: OCI image specification, `media-types.md`; Docker's image manifest version 2, schema 2.
    private static final String MANIFESTS =
            INDEX
                    + ","
                    + "application/vnd.oci.image.manifest.v1+json,"
                    + "application/vnd.docker.distribution.manifest.list.v2+json,"
                    + "application/vnd.docker.distribution.manifest.v2+json";

    private final Transport transport;
    private final List<Server> servers;
    private final String name;

    Repository(Transport transport, List<Server> servers, String name) {
        this.transport = transport;
        this.servers = new CopyOnWriteArrayList<>(servers);
        this.name = name;
    }

    /// For messages: registry and repository.
    public String name() {
        return name;
    }

    /// The manifest with a tag or a digest. Its own digest is computed from the bytes that came, and
    /// held against the digest that was asked for or that the registry states.
    ///
    /// @param target a tag or a digest
    /// @param most bytes that it may have
    /// @throws RegistryException if it does not come, is too long or is another one
    public Manifest manifest(String target, long most)
            throws RegistryException, InterruptedException {
        boolean byDigest = Digest.tryParse(target).isPresent();
        String what = (byDigest ? "manifest '" : "tag '") + target + "'";
        return first(server -> {
            try (Answer answer = server.get("manifests/" + target, "Accept", MANIFESTS, what)) {
                byte[] bytes = answer.bytes(most, what);
                String type = answer.header("Content-Type").split(";", 2)[0].strip();
                String stated = byDigest ? target : answer.header("Docker-Content-Digest");
                Digest digest = digest(bytes, stated);
                if (Digest.tryParse(stated).filter(each -> !each.equals(digest)).isPresent()) {
                    throw new RegistryException(
                            Reason.REFUSED,
                            answer.host()
                                    + " sends another content for the "
                                    + what
                                    + ": its digest is "
                                    + digest
                                    + ", not "
                                    + Texts.plain(stated));
                }
                return new Manifest(bytes, type.toLowerCase(Locale.ROOT), digest);
            } catch (RegistryException said) {
                throw said;
            } catch (IOException broken) {
                throw Failures.explained(broken, server.name());
            }
        });
    }

    /// The list of what refers to a manifest, an index: from the registry's interface for it, else, as
    /// older registries have none, from the tag that stands for it. It is the registry's own word:
    /// what it lists has digests that are verified when it is fetched.
    ///
    /// Source: OCI distribution specification 1.1, "Listing Referrers", "Unavailable Referrers API".
    ///
    /// @param most bytes that it may have
    /// @return empty where nothing refers to it
    /// @throws RegistryException if it does not come or is too long
    public Optional<byte[]> referrers(Digest digest, long most)
            throws RegistryException, InterruptedException {
        String what = "list of referrers of '" + digest + "'";
        try {
            return Optional.of(
                    first(server -> {
                        try (Answer answer =
                                server.get("referrers/" + digest, "Accept", INDEX, what)) {
                            return answer.bytes(most, what);
                        } catch (RegistryException said) {
                            throw said;
                        } catch (IOException broken) {
                            throw Failures.explained(broken, server.name());
                        }
                    }));
        } catch (RegistryException none) {
            if (none.reason() == Reason.DENIED) {
                throw none;
            }
        }
        try {
            return Optional.of(manifest(digest.algorithm() + "-" + digest.hex(), most).bytes());
        } catch (RegistryException none) {
            if (none.reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw none;
        }
    }

    /// The bytes of a blob, as a stream that goes on where a connection broke. That they are the
    /// blob's is for the reader to verify; more of them than promised never come.
    ///
    /// @param size in bytes, as the manifest states it
    /// @throws RegistryException if it does not begin to come; the stream throws it where it does not
    ///     go on
    public InputStream blob(Digest digest, long size)
            throws RegistryException, InterruptedException {
        return Download.start(new Blob(digest), size);
    }

    /// A blob, from the first server that gives it.
    private final class Blob implements Download.Source {
        private final Digest digest;
        private @Nullable Server giver;

        Blob(Digest digest) {
            this.digest = digest;
        }

        @Override
        public Answer from(long offset) throws RegistryException, InterruptedException {
            String range = offset == 0 ? "" : "bytes=" + offset + "-";
            return first(server -> {
                Answer answer =
                        server.get("blobs/" + digest, "Range", range, "blob '" + digest + "'");
                giver = server;
                return answer;
            });
        }

        @Override
        public boolean leave(RegistryException why) {
            Server known = giver;
            return known != null && Repository.this.leave(known, why);
        }

        @Override
        public String what() {
            return digest.toString();
        }

        @Override
        public String who() {
            return name;
        }

        @Override
        public Patience patience() {
            return transport.patience();
        }
    }

    /// Leaves a server out from now on, unless it is the last.
    ///
    /// @return whether there is another one
    private boolean leave(Server server, RegistryException why) {
        boolean another = servers.size() > 1 && servers.remove(server);
        if (another) {
            transport.tell("the mirror " + server.name() + " is left out: " + why.getMessage());
        }
        return another;
    }

    private interface Asking<T> {
        T ask(Server server) throws RegistryException, InterruptedException;
    }

    private <T> T first(Asking<T> asking) throws RegistryException, InterruptedException {
        while (true) {
            Server server = servers.getFirst();
            try {
                return asking.ask(server);
            } catch (RegistryException failed) {
                if (!leave(server, failed)) {
                    throw failed;
                }
            }
        }
    }

    /// In the algorithm of the stated digest, if there is one.
    private static Digest digest(byte[] bytes, String stated) {
        String algorithm = Digest.tryParse(stated).map(Digest::algorithm).orElse("sha256");
        try {
            String name = algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
            byte[] digest = MessageDigest.getInstance(name).digest(bytes);
            return new Digest(algorithm, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }
}
