package dev.maestro.local.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request that a server of this machine took. */
public final class Call {
  private final String method;
  private final URI target;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * Keeps its own map.
   *
   * @param target path and query as they were sent
   * @param headers the first value of each, found in any case
   */
  Call(String method, URI target, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.target = target;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> this.headers.put(name, values.get(0)));
    this.body = body.clone();
  }

  /** POST, GET and so on. */
  public String method() {
    return method;
  }

  /** Decoded, without the query; begins with a slash. */
  public String path() {
    return target.getPath();
  }

  /** Path and query as they were sent: for passing the call on. */
  public String target() {
    String query = target.getRawQuery();
    return target.getRawPath() + (query == null ? "" : "?" + query);
  }

  /** The part of the path after its last slash. */
  public String lastPart() {
    return path().substring(path().lastIndexOf('/') + 1);
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
