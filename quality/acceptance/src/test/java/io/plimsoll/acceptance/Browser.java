package io.plimsoll.acceptance;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A page in a real Chromium, spoken to through the Chrome DevTools Protocol.
final class Browser implements AutoCloseable {
    private static final long WAIT_SECONDS = 60;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    /// @param folder for the browser's profile
    Browser(Path folder) throws IOException, InterruptedException {
        this.process =
                new ProcessBuilder(
                                "chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + folder,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolveSibling("chromium.log").toFile())
                        .start();
        this.socket = connect(folder.resolve("DevToolsActivePort"));
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            call(domain + ".enable", "{}");
        }
    }

    private WebSocket connect(Path portFile) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (!Files.exists(portFile) || Files.readAllLines(portFile).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("chromium does not start");
            }
            Thread.sleep(20);
        }
        String host = "http://127.0.0.1:" + Files.readAllLines(portFile).getFirst();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(host + "/json/new?about:blank"))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build();
        String page = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        URI address = URI.create(object(page).text("webSocketDebuggerUrl"));
        return http.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(object(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return java.util.concurrent.CompletableFuture.completedStage(null);
        }
    }

    private void take(JsonObject message) {
        JsonObject parameters = message.object("params");
        switch (message.text("method")) {
            case "" -> answers.add(message);
            case "Network.requestWillBeSent" ->
                    requests.add(parameters.object("request").text("url"));
            case "Log.entryAdded" -> complaints.add(parameters.object("entry").text("text"));
            case "Runtime.exceptionThrown" ->
                    complaints.add(parameters.object("exceptionDetails").text("text"));
            case "Runtime.consoleAPICalled" -> complaints.add("console." + parameters.text("type"));
            default -> {}
        }
    }

    private JsonObject call(String method, String parameters) throws InterruptedException {
        int id = calls.incrementAndGet();
        String text =
                "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}";
        socket.sendText(text, true).join();
        while (true) {
            JsonObject answer = answers.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError(method + " has no answer");
            }
            if (answer.text("id").equals(Integer.toString(id))) {
                return answer.object("result");
            }
        }
    }

    /// Opens a file at a width, in light or dark.
    void open(Path file, int width, boolean dark) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":"
                        + width
                        + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false}");
        call(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
                        + (dark ? "dark" : "light")
                        + "\"}]}");
        call("Page.navigate", "{\"url\":\"" + file.toUri() + "\"}");
        String ready = "";
        for (int i = 0; i < 500 && !ready.equals("complete"); i++) {
            Thread.sleep(20);
            ready = evaluate("document.readyState");
        }
    }

    /// The value of an expression as text.
    String evaluate(String expression) throws InterruptedException {
        String quoted = expression.replace("\\", "\\\\").replace("\"", "\\\"");
        JsonObject result = call("Runtime.evaluate", "{\"expression\":\"String(" + quoted + ")\"}");
        return result.object("result").text("value");
    }

    /// A picture of what is seen, as PNG.
    byte[] screenshot() throws InterruptedException {
        return Base64.getDecoder().decode(call("Page.captureScreenshot", "{}").text("data"));
    }

    /// Addresses that the page has asked for.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// Errors, warnings and what was written to the console.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static JsonObject object(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8)).asObject();
        } catch (JsonFormatException broken) {
            throw new UncheckedIOException(new IOException(broken));
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        http.shutdownNow();
    }
}
