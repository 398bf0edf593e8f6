package dev.maestro.functions.status;

import com.google.api.client.http.javanet.ConnectionFactory;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseOptions;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Firebase's library asks Google for, on this machine: the certificates of those who sign ID
 * tokens, and the accounts of users. The library is the real one.
 */
final class LocalGoogle implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String CERTIFICATES = "/robot/v1/metadata/x509/";

  private final KeyStore keys;
  private final HttpServer server;
  private final Map<String, JsonObject> accounts = new TreeMap<>();

  /** Statuses of the answers for certificates and for accounts. */
  int certificatesStatus = 200;

  int accountsStatus = 200;

  private LocalGoogle(KeyStore keys, HttpServer server) {
    this.keys = keys;
    this.server = server;
  }

  static LocalGoogle start() throws IOException, GeneralSecurityException, InterruptedException {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LocalGoogle google = new LocalGoogle(newKeys(), HttpServer.create(anywhere, 0));
    google.server.createContext("/", google::answer);
    google.server.start();
    return google;
  }

  /** A user; tokens issued before the time given are revoked. */
  void user(String uid, boolean isDisabled, Instant validSince) {
    JsonObject account = new JsonObject();
    account.addProperty("localId", uid);
    account.addProperty("disabled", isDisabled);
    account.addProperty("validSince", String.valueOf(validSince.getEpochSecond()));
    accounts.put(uid, account);
  }

  /** Options whose every call ends here. */
  FirebaseOptions.Builder access() {
    ConnectionFactory here =
        url ->
            (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + url.getFile())
                    .toURL()
                    .openConnection();
    Date later = Date.from(Instant.now().plusSeconds(600));
    return FirebaseOptions.builder()
        .setHttpTransport(new NetHttpTransport.Builder().setConnectionFactory(here).build())
        .setCredentials(GoogleCredentials.create(new AccessToken("none", later)));
  }

  /** Signed with the key of that name: {@code google}, or {@code stranger}. */
  String signed(String key, String header, String claims) throws GeneralSecurityException {
    String head = encoded(header.getBytes(StandardCharsets.UTF_8)) + ".";
    head += encoded(claims.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign((PrivateKey) keys.getKey(key, PASSWORD));
    signature.update(head.getBytes(StandardCharsets.US_ASCII));
    return head + "." + encoded(signature.sign());
  }

  private void answer(HttpExchange call) throws IOException {
    try {
      boolean isForCertificates = call.getRequestURI().getPath().startsWith(CERTIFICATES);
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      send(
          call,
          isForCertificates ? certificatesStatus : accountsStatus,
          isForCertificates ? certificates() : accounts(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String certificates() throws GeneralSecurityException {
    String text =
        Base64.getMimeEncoder().encodeToString(keys.getCertificate("google").getEncoded());
    return new Gson()
        .toJson(
            Map.of(
                "google",
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n"));
  }

  private String accounts(String body) {
    JsonArray found = new JsonArray();
    JsonParser.parseString(body)
        .getAsJsonObject()
        .getAsJsonArray("localId")
        .forEach(
            uid -> {
              if (accounts.containsKey(uid.getAsString())) {
                found.add(accounts.get(uid.getAsString()));
              }
            });
    JsonObject answer = new JsonObject();
    answer.add("users", found);
    return answer.toString();
  }

  private static void send(HttpExchange call, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  /** A key for Google and one for a stranger, with certificates; the JDK makes them in a tool. */
  private static KeyStore newKeys()
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = Path.of("target", "local-google-" + ProcessHandle.current().pid() + ".p12");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    for (String name : new String[] {"google", "stranger"}) {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  name,
                  "-keyalg",
                  "RSA",
                  "-dname",
                  "CN=" + name,
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(PASSWORD),
                  "-keystore",
                  file.toString())
              .inheritIO()
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool made no key for " + name);
      }
    }
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
