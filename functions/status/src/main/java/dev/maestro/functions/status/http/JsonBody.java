package dev.maestro.functions.status.http;

import com.google.cloud.functions.HttpRequest;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: one JSON object of at most 256 KiB, in UTF-8. Null is absent. A number is
 * whole, or stays the text it was, so that no digit is lost. What is ambiguous (a name twice, half
 * a surrogate pair) is refused.
 */
public final class JsonBody {
  /** Bytes. */
  public static final int LIMIT = 256 * 1024;

  private static final int MAX_DEPTH = 15;

  private final JsonReader json;

  private JsonBody(JsonReader json) {
    this.json = json;
  }

  /**
   * Reads the body, and not a byte more than it may have.
   *
   * @throws Problem 415 for another type, 413 for too much, 400 for anything but one JSON object
   * @throws IOException if the caller is gone
   */
  public static Fields of(HttpRequest request) throws Problem, IOException {
    String type = request.getContentType().orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw Problem.unsupportedType();
    }
    if (request.getContentLength() > LIMIT) {
      throw Problem.tooLarge(LIMIT);
    }
    byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw Problem.tooLarge(LIMIT);
    }
    return parse(bytes);
  }

  /**
   * Reads the body as one value; a name that the reader does not ask for is refused.
   *
   * @param unreadable makes the problem of the field that cannot be read, and the sentence about it
   * @throws Problem that, and those of {@link #of}
   * @throws IOException if the caller is gone
   */
  public static <T> T read(
      HttpRequest request,
      Function<Fields, T> reader,
      BiFunction<String, String, Problem> unreadable)
      throws Problem, IOException {
    Fields sent = of(request);
    try {
      return sent.wholly(reader);
    } catch (UnreadableValueException wrong) {
      throw unreadable.apply(wrong.field(), String.valueOf(wrong.getMessage()));
    }
  }

  static Fields parse(byte[] bytes) throws Problem {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonReader json = new JsonReader(new StringReader(text));
      json.setStrictness(Strictness.STRICT);
      JsonBody body = new JsonBody(json);
      Fields object = Fields.of("", body.object(1));
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw Problem.badJson("something follows the object");
      }
      return object;
    } catch (CharacterCodingException malformed) {
      throw Problem.badJson("the body must be UTF-8");
    } catch (MalformedJsonException | EOFException | IllegalStateException malformed) {
      throw Problem.badJson("the body must be one JSON object");
    } catch (IOException impossible) {
      throw Problem.badJson("the body cannot be read");
    }
  }

  private Map<String, Object> object(int depth) throws IOException, Problem {
    Map<String, Object> object = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = wellFormed(json.nextName());
      if (!seen.add(name)) {
        throw Problem.badJson("the name '" + name + "' stands twice in one object");
      }
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
      } else {
        object.put(name, value(depth + 1));
      }
    }
    json.endObject();
    return object;
  }

  /** What is null in a list stays there: without it the list would be a shorter one. */
  private List<@Nullable Object> list(int depth) throws IOException, Problem {
    List<@Nullable Object> list = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
        list.add(null);
      } else {
        list.add(value(depth + 1));
      }
    }
    json.endArray();
    return list;
  }

  private Object value(int depth) throws IOException, Problem {
    if (depth > MAX_DEPTH) {
      throw Problem.badJson("the body must have at most " + MAX_DEPTH + " levels");
    }
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object(depth);
      case BEGIN_ARRAY -> list(depth);
      case BOOLEAN -> json.nextBoolean();
      case NUMBER -> number(json.nextString());
      default -> wellFormed(json.nextString());
    };
  }

  private static Object number(String text) {
    return text.matches("-?[0-9]{1,18}") ? (Object) Long.parseLong(text) : text;
  }

  /** Half a surrogate pair is no character, and no store keeps it. */
  private static String wellFormed(String text) throws Problem {
    if (text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      throw Problem.badJson("a text must be made of whole characters");
    }
    return text;
  }
}
