package dev.maestro.functions.status.route;

import com.google.cloud.functions.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a path between its slashes, each decoded by itself, so that an encoded slash can
 * never make two parts of one. A part that cannot be decoded, or that holds a slash, a dot segment
 * or a control character once it is, belongs to no route.
 */
final class RequestPath {
  private static final char ESCAPE = '%';

  private RequestPath() {}

  /** The parts of the path of a request; empty if no route can have it. */
  static Optional<List<String>> of(HttpRequest request) {
    return of(request.getUri());
  }

  /** The same for an address, with or without its scheme and host, and with its query. */
  static Optional<List<String>> of(String address) {
    String path = withoutHost(address).split("[?#]", 2)[0];
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.substring(1).split("/", -1)) {
      Optional<String> decoded = decoded(part).filter(RequestPath::isPlain);
      if (decoded.isEmpty()) {
        return Optional.empty();
      }
      parts.add(decoded.get());
    }
    return Optional.of(parts);
  }

  private static String withoutHost(String address) {
    int host = address.indexOf("://");
    if (host < 0 || address.startsWith("/")) {
      return address;
    }
    int path = address.indexOf('/', host + 3);
    return path < 0 ? "/" : address.substring(path);
  }

  private static boolean isPlain(String part) {
    return !part.equals(".")
        && !part.equals("..")
        && part.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }

  private static Optional<String> decoded(String part) {
    if (part.indexOf(ESCAPE) < 0) {
      return Optional.of(part);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c != ESCAPE) {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), 16) : -1;
      int low = i + 2 < part.length() ? Character.digit(part.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    return utf8(bytes.toByteArray());
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
