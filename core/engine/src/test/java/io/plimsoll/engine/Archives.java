package io.plimsoll.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Java archives that name themselves.
final class Archives {
    private Archives() {}

    static byte[] jar(String group, String artifact, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(
                    new ZipEntry("META-INF/maven/" + group + "/" + artifact + "/pom.properties"));
            String text =
                    "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n";
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
