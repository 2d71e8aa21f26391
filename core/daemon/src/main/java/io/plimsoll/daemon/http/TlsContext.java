package io.plimsoll.daemon.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Makes a TLS context of PEM files.
///
/// Source of the key's forms: RFC 5958 (`PRIVATE KEY`), RFC 8017 appendix A.1.2 (`RSA PRIVATE KEY`).
final class TlsContext {
    private static final int MAX_FILE = 1024 * 1024;
    private static final String RSA = "RSA PRIVATE KEY";
    private static final String PKCS8 = "PRIVATE KEY";

    /// Version 0 and the algorithm rsaEncryption, which stand before an RSA key in PKCS #8.
    private static final byte[] RSA_HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private TlsContext() {}

    /// @throws IOException if a file is missing or is not what its name says; the message names it
    static SSLContext of(TlsFiles files) throws IOException {
        try {
            KeyManagerFactory keys = keys(files);
            TrustManagerFactory trust = trust(files);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException(
                    "the certificates in '"
                            + files.folder()
                            + "' cannot be used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    private static KeyManagerFactory keys(TlsFiles files)
            throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        if (Files.exists(files.certificate()) || Files.exists(files.key())) {
            Certificate[] chain = certificates(files.certificate()).toArray(Certificate[]::new);
            store.setKeyEntry("client", key(files.key()), new char[0], chain);
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory;
    }

    private static TrustManagerFactory trust(TlsFiles files)
            throws IOException, GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (!Files.exists(files.authority())) {
            factory.init((KeyStore) null);
            return factory;
        }
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate authority : certificates(files.authority())) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        factory.init(store);
        return factory;
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        if (Files.size(file) > MAX_FILE) {
            throw new IOException("'" + file + "' is too large for a key");
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        if (text.contains("BEGIN " + RSA)) {
            return privateKey(file, wrapped(decoded(file, text, RSA)));
        }
        if (text.contains("BEGIN " + PKCS8)) {
            return privateKey(file, decoded(file, text, PKCS8));
        }
        throw new IOException(
                "'"
                        + file
                        + "' holds no plain key in PKCS #8; `openssl pkcs8 -topk8 -nocrypt` makes"
                        + " one of it");
    }

    private static byte[] decoded(Path file, String text, String label) throws IOException {
        String begin = "-----BEGIN " + label + "-----";
        int start = text.indexOf(begin);
        int end = text.indexOf("-----END " + label + "-----");
        if (start < 0 || end < start) {
            throw new IOException("'" + file + "' is cut short: its key has no end");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
        } catch (IllegalArgumentException broken) {
            throw new IOException("'" + file + "' holds a key that is not base64", broken);
        }
    }

    private static PrivateKey privateKey(Path file, byte[] pkcs8)
            throws IOException, GeneralSecurityException {
        IOException unfit =
                new IOException("'" + file + "' holds a key that is neither RSA, EC nor EdDSA");
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException another) {
                unfit.addSuppressed(another);
            }
        }
        throw unfit;
    }

    private static byte[] wrapped(byte[] rsa) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(RSA_HEAD);
        element(body, 0x04, rsa);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        element(whole, 0x30, body.toByteArray());
        return whole.toByteArray();
    }

    /// Writes a DER element; a key is shorter than 64 KiB.
    private static void element(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >>> 8);
            out.write(length);
        }
        out.writeBytes(content);
    }
}
