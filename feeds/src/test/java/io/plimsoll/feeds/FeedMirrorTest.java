package io.plimsoll.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.net.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mirror against a real server on this machine.
final class FeedMirrorTest {
    private static final Proxies DIRECT = Proxies.of(Map.of());

    @TempDir Path folder;
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private Optional<Integer> failing = Optional.empty();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feeds/", this::answer);
        server.start();
        files.put("osv/ecosystems.txt", "npm\nDebian:12\n../evil\n");
        files.put("osv/npm/all.zip", "zip");
        files.put("kev/known_exploited_vulnerabilities.json", "{}");
        files.put("eol/_index.json", "[{\"product\": \"debian\"}, {\"product\": \"../../evil\"}]");
        files.put("eol/debian.json", "[]");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void filesComeOnceAndThenOnlyWhenTheyChanged() throws Exception {
        FeedMirror mirror = new FeedMirror(folder, 2001, DIRECT);
        assertThat(mirror.update(FeedPlaces.below(address())).fetched()).isEqualTo(3);
        assertThat(folder.resolve("osv/npm/all.zip")).hasContent("zip");
        sent.clear();
        FeedMirror.Result second = mirror.update(FeedPlaces.below(address()));
        assertThat(second.fetched()).isZero();
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(sent).isEmpty();
        files.put("osv/npm/all.zip", "newer");
        assertThat(mirror.update(FeedPlaces.below(address())).fetched()).isEqualTo(1);
        assertThat(folder.resolve("osv/npm/all.zip")).hasContent("newer");
    }

    @Test
    void whatTheServerLacksIsCountedAndNoError() throws Exception {
        assertThat(
                        new FeedMirror(folder, 2001, DIRECT)
                                .update(FeedPlaces.below(address()))
                                .absent())
                .isEqualTo(6);
    }

    @Test
    void namesThatLeaveTheFolderAreNotAskedFor() throws Exception {
        new FeedMirror(folder, 1999, DIRECT).update(FeedPlaces.below(address()));
        try (var walk = Files.walk(folder.getParent(), 1)) {
            assertThat(walk.map(Path::getFileName).map(Path::toString))
                    .doesNotContain("evil.json", "evil");
        }
    }

    @Test
    void anErrorOfTheServerNamesTheAddressAndKeepsWhatIsThere() throws Exception {
        FeedMirror mirror = new FeedMirror(folder, 1999, DIRECT);
        mirror.update(FeedPlaces.below(address()));
        failing = Optional.of(503);
        assertThatThrownBy(() -> mirror.update(FeedPlaces.below(address())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503")
                .hasMessageContaining(address().toString());
        assertThat(folder.resolve("osv/npm/all.zip")).hasContent("zip");
    }

    @Test
    void aServerThatOnlyAProxyKnowsIsAskedThroughIt() throws Exception {
        String proxy = "127.0.0.1:" + server.getAddress().getPort();
        URI hidden = URI.create("http://feeds.invalid/feeds/");
        Proxies through = Proxies.of(Map.of("HTTP_PROXY", proxy));
        assertThat(new FeedMirror(folder, 2001, through).update(FeedPlaces.below(hidden)).fetched())
                .isEqualTo(3);
        server.stop(0);
        assertThatThrownBy(() ->
                        new FeedMirror(folder, 2001, through).update(FeedPlaces.below(hidden)))
                .hasMessage(
                        "no connection to the proxy "
                                + proxy
                                + " (HTTP_PROXY); the data is as before");
    }

    @Test
    void whatKilledRunsLeftIsSweptAndWhatIsBeingWrittenIsNot() throws Exception {
        Path npm = Files.createDirectories(folder.resolve("osv/npm"));
        Path left = Files.createFile(npm.resolve(".draft-1-1"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        Path current = Files.createFile(npm.resolve(".draft-1-2"));
        Path foreign = Files.createFile(npm.resolve(".draft-of-mine"));
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.EPOCH));
        new FeedMirror(folder, 1999, DIRECT).update(FeedPlaces.below(address()));
        assertThat(left).doesNotExist();
        assertThat(current).exists();
        assertThat(foreign).exists();
    }

    @Test
    void ofSeveralServersThatWhichAnswersIsEnoughAndTheOthersAreNamed() throws Exception {
        FeedPlaces places = FeedPlaces.ofPublishers();
        for (String name : FeedPlaces.NAMES) {
            places = places.with(name, URI.create("http://127.0.0.1:1/" + name));
        }
        FeedPlaces none = places;
        assertThatThrownBy(() -> new FeedMirror(folder, 1999, DIRECT).update(none))
                .isInstanceOf(IOException.class);
        FeedPlaces one = places.with("osv", address().resolve("feeds/osv"));
        FeedMirror.Result result = new FeedMirror(folder, 1999, DIRECT).update(one);
        assertThat(result.fetched()).isEqualTo(1);
        assertThat(result.failures()).hasSize(5).allMatch(each -> each.contains("127.0.0.1:1"));
        assertThat(folder.resolve("osv/npm/all.zip")).hasContent("zip");
    }

    @Test
    void thePublishersAddressesFollowTheLayoutOfTheCopy() {
        FeedPlaces places = FeedPlaces.ofPublishers();
        assertThat(places.of("osv/Rocky Linux/all.zip").getRawPath())
                .isEqualTo("/Rocky%20Linux/all.zip");
        assertThat(places.of("nvd/nvdcve-2.0-2024.json.gz"))
                .hasToString("https://nvd.nist.gov/feeds/json/cve/2.0/nvdcve-2.0-2024.json.gz");
        assertThat(places.of("eol/debian.json"))
                .hasToString("https://endoflife.date/api/debian.json");
        assertThatThrownBy(() -> places.with("nvt", URI.create("http://x/")))
                .hasMessageContaining("nvt");
    }

    @Test
    void anAddressThatIsNoWebAddressIsRefused() {
        assertThatThrownBy(() -> FeedPlaces.below(URI.create("file:///etc/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file:///etc/");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feeds");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/feeds/".length());
            String content = files.get(path);
            if (failing.isPresent()) {
                exchange.sendResponseHeaders(failing.get(), -1);
            } else if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                String tag = "\"" + Integer.toHexString(content.hashCode()) + "\"";
                exchange.getResponseHeaders().set("ETag", tag);
                if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
                sent.add(path);
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
