package dev.maestro.local.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request that a server of this machine took. */
public final class Call {
  private final String method;
  private final String path;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * Keeps its own map.
   *
   * @param path decoded, without the query
   * @param headers the first value of each, found in any case
   */
  Call(String method, String path, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> this.headers.put(name, values.get(0)));
    this.body = body.clone();
  }

  /** POST, GET and so on. */
  public String method() {
    return method;
  }

  /** Begins with a slash. */
  public String path() {
    return path;
  }

  /** The part of the path after its last slash. */
  public String lastPart() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A header, if it was sent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** All headers; the names in lower or upper case as they came, sorted. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  /** The whole body. */
  public byte[] body() {
    return body.clone();
  }
}
