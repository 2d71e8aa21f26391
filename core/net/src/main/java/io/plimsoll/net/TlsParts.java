package io.plimsoll.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// What a TLS context is made of, from files in PEM.
public final class TlsParts {
    private static final char[] NO_PASSWORD = new char[0];

    private TlsParts() {}

    /// A context of a client.
    ///
    /// @param shown certificates to show where a server wants one, each with the file of its key
    /// @throws UnusableFileException if one of them cannot be used
    public static SSLContext context(Map<Path, Path> shown, X509ExtendedTrustManager trust)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers(shown), new TrustManager[] {trust}, null);
        return context;
    }

    private static KeyManager[] keyManagers(Map<Path, Path> shown)
            throws GeneralSecurityException, IOException {
        KeyStore own = emptyStore();
        for (Map.Entry<Path, Path> each : shown.entrySet()) {
            own.setKeyEntry(
                    each.getKey().toString(),
                    PrivateKeys.read(each.getValue()),
                    NO_PASSWORD,
                    certificates(each.getKey()).toArray(Certificate[]::new));
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /// The certificates of files as a store of authorities.
    ///
    /// @throws UnusableFileException if a file holds none
    public static KeyStore authorities(List<Path> files)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Path file : files) {
            for (Certificate each : certificates(file)) {
                store.setCertificateEntry("file-" + number++, each);
            }
        }
        return store;
    }

    /// Trusts whom a store's authorities vouch for.
    public static X509ExtendedTrustManager trusting(KeyStore authorities)
            throws GeneralSecurityException {
        return manager(authorities);
    }

    /// Trusts whom the JVM's own authorities vouch for.
    public static X509ExtendedTrustManager trustingAsTheJvm() throws GeneralSecurityException {
        return manager(null);
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore authorities)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("the JVM has no trust manager for X.509");
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws UnusableFileException {
        String none = "'" + file + "' holds no certificate in PEM";
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.isEmpty()) {
                throw new UnusableFileException(none);
            }
            return all;
        } catch (UnusableFileException said) {
            throw said;
        } catch (NoSuchFileException missing) {
            throw new UnusableFileException("the certificate '" + file + "' is missing", missing);
        } catch (IOException | GeneralSecurityException broken) {
            throw new UnusableFileException(none + ": " + broken.getMessage(), broken);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
