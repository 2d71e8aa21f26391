package io.plimsoll.registry;

import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Which certificates are trusted, and which are shown, by host.
///
/// Beside the JVM's own: the system's bundle or `SSL_CERT_FILE`, the file that an option names, and
/// for one host the folder `HOST:PORT` in `/etc/docker/certs.d`, `/etc/containers/certs.d` and
/// `~/.config/containers/certs.d`: `*.crt` are authorities, `NAME.cert` with `NAME.key` is shown.
///
/// Sources: Docker, "Verify repository client with certificates"; containers-certs.d(5).
final class Certificates {
    private static final char[] NO_PASSWORD = new char[0];

    private final RegistryOptions options;

    Certificates(RegistryOptions options) {
        this.options = options;
    }

    /// How to speak TLS with a host.
    ///
    /// @param host with its port where the address has one
    /// @throws RegistryException if a file that concerns the host cannot be read
    SSLContext contextFor(String host) throws RegistryException {
        try {
            KeyStore trusted = store(authorities(host));
            int number = 0;
            for (X509Certificate each : manager(null).getAcceptedIssuers()) {
                trusted.setCertificateEntry("jvm-" + number++, each);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    shown(host),
                    new TrustManager[] {new ExplainingTrust(manager(trusted), this::system, host)},
                    null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw broken instanceof RegistryException known
                    ? known
                    : new RegistryException(
                            Reason.CONFIGURATION,
                            "the certificates for "
                                    + host
                                    + " cannot be used: "
                                    + broken.getMessage(),
                            broken);
        }
    }

    private static KeyStore store(List<Path> files) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Path file : files) {
            for (Certificate each : read(file)) {
                store.setCertificateEntry("file-" + number++, each);
            }
        }
        return store;
    }

    private List<Path> authorities(String host) throws IOException {
        List<Path> files = new ArrayList<>();
        options.authority().ifPresent(files::add);
        String bundle = options.variable("SSL_CERT_FILE");
        if (!bundle.isEmpty()) {
            files.add(Path.of(bundle));
        }
        for (Path folder : folders(host)) {
            files.addAll(list(folder, "*.crt"));
        }
        return files;
    }

    private Optional<X509ExtendedTrustManager> system()
            throws GeneralSecurityException, IOException {
        KeyStore store = store(systemBundles());
        return store.size() == 0 ? Optional.empty() : Optional.of(manager(store));
    }

    /// Hundreds of certificates, most of which the JVM has as well.
    private List<Path> systemBundles() {
        return options.variable("SSL_CERT_FILE").isEmpty()
                ? Stream.of("ssl/certs/ca-certificates.crt", "pki/tls/certs/ca-bundle.crt")
                        .map(options.etc()::resolve)
                        .filter(Files::isReadable)
                        .toList()
                : List.of();
    }

    private KeyManager[] shown(String host) throws IOException, GeneralSecurityException {
        KeyStore own = emptyStore();
        for (Path folder : folders(host)) {
            for (Path file : list(folder, "*.cert")) {
                String name = String.valueOf(file.getFileName());
                Path key = file.resolveSibling(name.replaceFirst("\\.cert$", ".key"));
                if (!Files.exists(key)) {
                    throw new RegistryException(
                            Reason.CONFIGURATION,
                            "'"
                                    + file
                                    + "' is a certificate to show, and its key '"
                                    + key
                                    + "' is missing");
                }
                Collection<? extends Certificate> chain = read(file);
                PrivateKey secret = PrivateKeys.read(key);
                own.setKeyEntry(
                        file.toString(), secret, NO_PASSWORD, chain.toArray(Certificate[]::new));
            }
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private List<Path> folders(String host) {
        List<Path> folders = new ArrayList<>();
        options.folder("XDG_CONFIG_HOME", ".config")
                .ifPresent(config -> folders.add(config.resolve("containers/certs.d")));
        folders.add(options.etc().resolve("containers/certs.d"));
        folders.add(options.etc().resolve("docker/certs.d"));
        return folders.stream()
                .map(folder -> folder.resolve(host))
                .filter(Files::isDirectory)
                .toList();
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private static Collection<? extends Certificate> read(Path file) throws RegistryException {
        Optional<Exception> failure;
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!all.isEmpty()) {
                return all;
            }
            failure = Optional.empty();
        } catch (IOException | GeneralSecurityException broken) {
            failure = Optional.of(broken);
        }
        throw new RegistryException(
                Reason.CONFIGURATION,
                "'"
                        + file
                        + "' holds no certificate in PEM"
                        + failure.map(each -> ": " + each.getMessage()).orElse(""));
    }

    /// Trusts what a store holds, or what the JVM does where there is none.
    private static X509ExtendedTrustManager manager(@Nullable KeyStore trusted)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return only(factory);
    }

    private static X509ExtendedTrustManager only(TrustManagerFactory factory)
            throws GeneralSecurityException {
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("the JVM has no trust manager for X.509");
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
