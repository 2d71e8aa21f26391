package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerConfigTest {
    private static final String SECRET = "open-sesame-4711";

    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private Credential find(String host, String repository)
            throws IOException, InterruptedException {
        return new DockerConfig(RegistryOptions.of(environment)).find(host, repository);
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String entry(String key, String user) {
        String pair = user + ":" + SECRET;
        return "\""
                + key
                + "\":{\"auth\":\""
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                + "\"}";
    }

    private static String user(Credential credential) {
        return credential instanceof Credential.Password password ? password.user() : "none";
    }

    @Test
    void theKeysOfBothProgramsAreKnown() throws Exception {
        environment.put("HOME", folder.toString());
        write(
                ".docker/config.json",
                "{\"auths\":{"
                        + entry("https://index.docker.io/v1/", "hub")
                        + ","
                        + entry("https://registry.example/v2/", "url")
                        + ","
                        + entry("localhost:5000", "port")
                        + "}}");
        write(
                ".config/containers/auth.json",
                "{\"auths\":{"
                        + entry("quay.example/team", "team")
                        + ","
                        + entry("quay.example/team/app", "app")
                        + ","
                        + entry("quay.example", "host")
                        + "}}");
        assertThat(user(find("docker.io", "library/alpine"))).isEqualTo("hub");
        assertThat(user(find("registry.example", "a"))).isEqualTo("url");
        assertThat(user(find("localhost:5000", "a"))).isEqualTo("port");
        assertThat(user(find("localhost", "a"))).isEqualTo("none");
        assertThat(user(find("quay.example", "team/app"))).isEqualTo("app");
        assertThat(user(find("quay.example", "team/other"))).isEqualTo("team");
        assertThat(user(find("quay.example", "teammate"))).isEqualTo("host");
    }

    @Test
    void dockersFileComesBeforeTheOthers() throws Exception {
        environment.put("DOCKER_CONFIG", folder.resolve("docker").toString());
        environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        write("run/containers/auth.json", "{\"auths\":{" + entry("a.example", "run") + "}}");
        assertThat(user(find("a.example", "x"))).isEqualTo("run");
        write("docker/config.json", "{\"auths\":{" + entry("a.example", "docker") + "}}");
        assertThat(user(find("a.example", "x"))).isEqualTo("docker");
        environment.put(
                "REGISTRY_AUTH_FILE",
                write("own.json", "{\"auths\":{" + entry("a.example", "own") + "}}").toString());
        assertThat(user(find("a.example", "x"))).isEqualTo("own");
    }

    @Test
    void aHelperIsAskedOnItsStandardInput() throws Exception {
        helper(
                "test",
                "read host; echo \"$# $1 $host\" > '"
                        + folder
                        + "/asked'; echo"
                        + " '{\"Username\":\"ann\",\"Secret\":\""
                        + SECRET
                        + "\"}'");
        write("config.json", "{\"credHelpers\":{\"a.example\":\"test\"}}");
        assertThat(user(find("a.example", "x"))).isEqualTo("ann");
        assertThat(folder.resolve("asked")).hasContent("1 get a.example");
        assertThat(user(find("b.example", "x"))).isEqualTo("none");
        write("config.json", "{\"credsStore\":\"test\"}");
        assertThat(user(find("docker.io", "x"))).isEqualTo("ann");
        assertThat(folder.resolve("asked")).hasContent("1 get https://index.docker.io/v1/");
    }

    @Test
    void aHelpersTokenIsAnIdentityToken() throws Exception {
        helper("test", "echo '{\"Username\":\"<token>\",\"Secret\":\"" + SECRET + "\"}'");
        write("config.json", "{\"credsStore\":\"test\"}");
        assertThat(find("a.example", "x"))
                .isInstanceOf(Credential.IdentityToken.class)
                .hasToString("an identity token from docker-credential-test");
    }

    @Test
    void aHelperThatHasNothingLeavesItToTheFile() throws Exception {
        helper("test", "echo 'credentials not found in native keychain'; exit 1");
        write(
                "config.json",
                "{\"credsStore\":\"test\",\"auths\":{" + entry("a.example", "file") + "}}");
        assertThat(user(find("a.example", "x"))).isEqualTo("file");
    }

    @Test
    void aHelperThatFailsIsSaidWithoutWhatItPrinted() throws Exception {
        write("config.json", "{\"credsStore\":\"test\"}");
        helper("test", "echo " + SECRET + "; echo " + SECRET + " >&2; exit 3");
        assertThatThrownBy(() -> find("a.example", "x"))
                .hasMessage(
                        "the credential helper docker-credential-test ended with 3; `echo a.example |"
                                + " docker-credential-test get` shows why");
        helper("test", "echo " + SECRET);
        assertThatThrownBy(() -> find("a.example", "x"))
                .hasMessage(
                        "the credential helper docker-credential-test did not answer in JSON; `echo"
                                + " a.example | docker-credential-test get` shows why");
    }

    @Test
    void aHelperThatIsNotThereIsSaid() throws Exception {
        environment.put("DOCKER_CONFIG", folder.toString());
        environment.put("PATH", folder.toString());
        write("config.json", "{\"credsStore\":\"missing\"}");
        assertThatThrownBy(() -> find("a.example", "x"))
                .hasMessage(
                        "the configuration names the credential helper docker-credential-missing, and"
                                + " no folder of PATH has it; install it, or log in without it");
        write("config.json", "{\"credsStore\":\"../../bin/sh\"}");
        assertThatThrownBy(() -> find("a.example", "x"))
                .hasMessage("the credential helper '../../bin/sh' has no allowed name");
    }

    @Test
    void aFileThatCannotBeReadIsSaidWithoutItsContent() throws Exception {
        environment.put("DOCKER_CONFIG", folder.toString());
        Path file = write("config.json", "{\"auths\": " + SECRET);
        assertThatThrownBy(() -> find("a.example", "x"))
                .hasMessage(
                        "'" + file + "' is not JSON that can be read; correct it or log in again")
                .hasNoCause();
        write("config.json", "{\"auths\":{\"a.example\":{\"auth\":\"" + SECRET + "\"}}}");
        assertThatThrownBy(() -> find("a.example", "x"))
                .hasMessage(
                        "'"
                                + file
                                + "': the member 'auth' of 'a.example' is not a user's name and"
                                + " password in base64; log in again");
    }

    @Test
    void noCredentialShowsItsSecret() throws Exception {
        environment.put("DOCKER_CONFIG", folder.toString());
        Path file = write("config.json", "{\"auths\":{" + entry("a.example", "ann") + "}}");
        assertThat(find("a.example", "x")).hasToString("a password from '" + file + "'");
    }

    private void helper(String name, String script) throws IOException {
        environment.put("DOCKER_CONFIG", folder.toString());
        environment.put("PATH", folder + ":/usr/bin:/bin");
        Path file = write("docker-credential-" + name, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
