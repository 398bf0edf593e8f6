package dev.maestro.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.local.FakeFunction;
import dev.maestro.local.http.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
  private static final String SETTINGS = "{\"project\":\"demo-x\"}";

  @TempDir private Path root = Path.of("");
  private final FakeFunction api = new FakeFunction(0, call -> 403);
  private PageServer page = serve(root);

  private PageServer serve(Path folder) {
    return new PageServer(0, folder, SETTINGS, api.address(), List.of("http://127.0.0.1:8080"));
  }

  @BeforeEach
  void build() throws IOException {
    page.close();
    Path dist = Files.createDirectories(root.resolve("dist/assets"));
    Files.writeString(root.resolve("secret.txt"), "secret");
    Files.writeString(root.resolve("dist/index.html"), "<p>page</p>");
    Files.writeString(root.resolve("dist/.built"), "stamp");
    Files.writeString(dist.resolve("main-1a2b.js"), "let a");
    Files.createSymbolicLink(root.resolve("dist/link.txt"), root.resolve("secret.txt"));
    page = serve(root.resolve("dist"));
  }

  @AfterEach
  void close() {
    page.close();
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8, no-cache, <p>page</p>",
    "/index.html, text/html; charset=utf-8, no-cache, <p>page</p>",
    "/assets/main-1a2b.js, text/javascript; charset=utf-8,"
        + " 'public, max-age=31536000, immutable', let a",
    "/config.json, application/json, no-store, '{\"project\":\"demo-x\"}'"
  })
  void files_and_settings_have_their_type_and_age(String path, String type, String age, String body)
      throws Exception {
    HttpResponse<String> answer = call("GET", path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains(type);
    assertThat(answer.headers().firstValue("cache-control")).contains(age);
    assertThat(answer.body()).isEqualTo(body);
  }

  @Test
  void the_headers_let_the_page_do_only_what_it_needs() throws Exception {
    for (String path : List.of("/", "/config.json", "/nothing")) {
      Map<String, List<String>> headers = call("GET", path).headers().map();
      assertThat(headers)
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("referrer-policy", List.of("no-referrer"));
      assertThat(String.valueOf(headers.get("content-security-policy")))
          .contains("default-src 'none'; script-src 'self';")
          .contains("connect-src 'self' http://127.0.0.1:8080;")
          .doesNotContain("unsafe");
    }
  }

  /** Where it is deployed it talks to Google, and opens its sign-in; nothing else differs. */
  @Test
  void the_policy_of_the_hosting_is_the_same_but_for_whom_it_talks_to() throws Exception {
    JsonObject hosting =
        JsonParser.parseString(Files.readString(Path.of("../../firebase.json")))
            .getAsJsonObject()
            .getAsJsonObject("hosting");
    JsonArray headers =
        hosting.getAsJsonArray("headers").get(0).getAsJsonObject().getAsJsonArray("headers");
    Map<String, String> hosted = new TreeMap<>();
    for (JsonElement header : headers) {
      hosted.put(
          header.getAsJsonObject().get("key").getAsString().toLowerCase(Locale.ROOT),
          header.getAsJsonObject().get("value").getAsString());
    }
    Map<String, String> local = new TreeMap<>(PageHeaders.strict(List.of()));
    local.put("cache-control", "no-cache");
    assertThat(hosted).containsOnlyKeys(local.keySet());
    String policy =
        String.valueOf(hosted.remove("content-security-policy"))
            .replace(" https://apis.google.com", "")
            .replace(" https://*.googleapis.com", "")
            .replace(" frame-src https://*.firebaseapp.com;", "");
    assertThat(local.remove("content-security-policy")).isEqualTo(policy);
    assertThat(hosted).isEqualTo(local);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/assets",
        "/assets/",
        "/.built",
        "/link.txt",
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/..%5c..%5csecret.txt",
        "//index.html",
        "/index.html%00.js"
      })
  void what_is_no_file_of_the_page_is_not_found(String path) throws Exception {
    assertThat(rawStatus("GET " + path, "127.0.0.1:" + page.address().getPort()))
        .contains("404")
        .doesNotContain("secret");
  }

  @Test
  void head_has_no_body_and_nothing_is_written() throws Exception {
    assertThat(call("HEAD", "/").statusCode()).isEqualTo(200);
    assertThat(call("HEAD", "/").body()).isEmpty();
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
      HttpResponse<String> answer = call(method, "/index.html");
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD");
    }
  }

  @Test
  void another_host_name_is_refused_for_files_and_for_the_api() throws Exception {
    for (String path : List.of("/", "/config.json", "/api/maestro/time")) {
      assertThat(rawStatus("GET " + path, "evil.example:80")).contains("421");
    }
    assertThat(api.calls()).isEmpty();
  }

  @Test
  void a_call_of_the_api_is_passed_on_as_it_is_and_its_answer_back() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(page.address().resolve("/api/maestro/control?a=b%20c"))
            .header("authorization", "Bearer t")
            .header("content-type", "application/json")
            .header("cookie", "no=thing")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(403);
    Call passed = api.calls().get(0);
    assertThat(passed.method()).isEqualTo("POST");
    assertThat(passed.target()).isEqualTo("/api/maestro/control?a=b%20c");
    assertThat(passed.header("authorization")).contains("Bearer t");
    assertThat(passed.header("cookie")).isEqualTo(Optional.empty());
    assertThat(passed.body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
  }

  @Test
  void an_api_that_is_gone_is_a_bad_gateway() throws Exception {
    api.close();
    assertThat(call("GET", "/api/maestro/time").statusCode()).isEqualTo(502);
  }

  private HttpResponse<String> call(String method, String path) throws Exception {
    return send(
        HttpRequest.newBuilder(page.address().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** As no client of Java would ask: the path and the host are sent as they stand. */
  private String rawStatus(String start, String host) throws IOException {
    URI address = page.address();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      String request = start + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return String.join(
          "\n",
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .lines()
              .toList());
    }
  }
}
