package io.plimsoll.registry;

import io.plimsoll.net.TlsParts;
import io.plimsoll.net.UnusableFileException;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;

/// Which certificates are trusted, and which are shown, by host.
///
/// Beside the JVM's own: the system's bundle or `SSL_CERT_FILE`, the file that an option names, and
/// for one host the folder `HOST:PORT` in `/etc/docker/certs.d`, `/etc/containers/certs.d` and
/// `~/.config/containers/certs.d`: `*.crt` are authorities, `NAME.cert` with `NAME.key` is shown.
///
/// Sources: Docker, "Verify repository client with certificates"; containers-certs.d(5).
final class Certificates {
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
            KeyStore trusted = TlsParts.authorities(authorities(host));
            int number = 0;
            for (X509Certificate each : TlsParts.trustingAsTheJvm().getAcceptedIssuers()) {
                trusted.setCertificateEntry("jvm-" + number++, each);
            }
            return TlsParts.context(
                    shown(host),
                    new ExplainingTrust(TlsParts.trusting(trusted), this::system, host));
        } catch (RegistryException said) {
            throw said;
        } catch (UnusableFileException named) {
            throw new RegistryException(
                    Reason.CONFIGURATION, String.valueOf(named.getMessage()), named);
        } catch (GeneralSecurityException | IOException broken) {
            throw new RegistryException(
                    Reason.CONFIGURATION,
                    "the certificates for " + host + " cannot be used: " + broken.getMessage(),
                    broken);
        }
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
        KeyStore store = TlsParts.authorities(systemBundles());
        return store.size() == 0 ? Optional.empty() : Optional.of(TlsParts.trusting(store));
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

    private Map<Path, Path> shown(String host) throws IOException {
        Map<Path, Path> shown = new LinkedHashMap<>();
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
                shown.put(file, key);
            }
        }
        return shown;
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
}
