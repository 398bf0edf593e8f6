package dev.maestro.local.http;

import java.util.Map;
import java.util.TreeMap;

/** What a server of this machine answers. */
public final class Reply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /** Keeps its own copies. */
  public Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = new TreeMap<>(headers);
    this.body = body.clone();
  }

  /** A status alone. */
  public static Reply of(int status) {
    return new Reply(status, Map.of(), new byte[0]);
  }

  /** The same with more headers; of two of one name the new one counts. */
  public Reply with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(headers);
    all.putAll(more);
    return new Reply(status, all, body);
  }

  /** 100 to 599. */
  public int status() {
    return status;
  }

  /** Each name once, in small letters. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  /** The whole body; of an answer to HEAD it is not sent. */
  public byte[] body() {
    return body.clone();
  }
}
