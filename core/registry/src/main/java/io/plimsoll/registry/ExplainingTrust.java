package io.plimsoll.registry;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts whom one of two others trusts, and says of the rest which certificate it was and what to do.
final class ExplainingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private final Fallback fallback;
    private final String host;

    /// @param fallback asked only where the first does not trust, for it costs time to read
    ExplainingTrust(X509ExtendedTrustManager trust, Fallback fallback, String host) {
        this.trust = trust;
        this.fallback = fallback;
        this.host = host;
    }

    /// Gives the second one, if there is one.
    interface Fallback {
        Optional<X509ExtendedTrustManager> read() throws GeneralSecurityException, IOException;
    }

    /// A certificate that is not trusted; the message is for a person.
    static final class Untrusted extends CertificateException {
        private static final long serialVersionUID = 1L;

        Untrusted(String message, CertificateException cause) {
            super(message, cause);
        }
    }

    private interface Check {
        void by(X509ExtendedTrustManager manager) throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        explained(chain, manager -> manager.checkServerTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        explained(chain, manager -> manager.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        explained(chain, manager -> manager.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }

    private void explained(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.by(trust);
        } catch (CertificateException refused) {
            if (!isTrustedBySecond(check)) {
                throw new Untrusted(explanation(chain[0], refused), refused);
            }
        }
    }

    private boolean isTrustedBySecond(Check check) {
        try {
            Optional<X509ExtendedTrustManager> second = fallback.read();
            if (second.isPresent()) {
                check.by(second.get());
            }
            return second.isPresent();
        } catch (GeneralSecurityException | IOException refused) {
            return false;
        }
    }

    private String explanation(X509Certificate shown, CertificateException refused)
            throws CertificateException {
        String which =
                "the certificate of "
                        + host
                        + " (subject "
                        + Texts.quote(shown.getSubjectX500Principal().getName())
                        + ", issuer "
                        + Texts.quote(shown.getIssuerX500Principal().getName())
                        + ", SHA-256 "
                        + fingerprint(shown)
                        + ")";
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return which + " has expired at " + shown.getNotAfter().toInstant();
            }
            if (cause instanceof CertificateNotYetValidException) {
                return which + " is not valid before " + shown.getNotBefore().toInstant();
            }
            if (String.valueOf(cause.getMessage()).contains("subject alternative")) {
                return which + " is not for this host: use the name that stands in it";
            }
        }
        return which
                + " is not signed by an authority that is known here; if you trust the issuer,"
                + " name its certificate with --registry-ca FILE or put it into"
                + " /etc/docker/certs.d/"
                + host
                + "/ca.crt";
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException broken) {
            throw new CertificateException(broken);
        }
    }
}
