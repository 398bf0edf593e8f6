package dev.maestro.google.pubsub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.maestro.engine.name.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The JSON object of a message, as it comes in a CloudEvent of Pub/Sub. */
public final class PushedMessage {
  private final JsonObject fields;

  private PushedMessage(JsonObject fields) {
    this.fields = fields;
  }

  /**
   * Reads the data of the event.
   *
   * @throws IllegalArgumentException if it holds no message with a JSON object
   */
  public static PushedMessage read(byte[] event) {
    try {
      JsonObject message =
          JsonParser.parseString(new String(event, StandardCharsets.UTF_8))
              .getAsJsonObject()
              .getAsJsonObject("message");
      byte[] body = Base64.getDecoder().decode(message.get("data").getAsString());
      return new PushedMessage(
          JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException unreadable) {
      throw new IllegalArgumentException(
          "the event must hold message.data, a JSON object in base64", unreadable);
    }
  }

  /**
   * A tenant that must be there.
   *
   * @throws IllegalArgumentException naming the field
   */
  public TenantId tenant(String field) {
    return TenantId.of(text(field))
        .orElseThrow(() -> new IllegalArgumentException(field + " must be " + TenantId.RULE));
  }

  /**
   * A text that must be there.
   *
   * @throws IllegalArgumentException naming the field
   */
  public String text(String field) {
    return Optional.ofNullable(fields.get(field))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .orElseThrow(() -> new IllegalArgumentException("the message has no text " + field));
  }
}
