package dev.maestro.functions.status.settings;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.NotInForceException;
import dev.maestro.engine.tenant.settings.OvertakenException;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.engine.tenant.shown.ConfigDifference;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import dev.maestro.functions.status.route.QueryParameter;
import dev.maestro.functions.status.shape.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code PUT config}: sections of the configuration, or with {@code replace} the whole of it. */
public final class ConfigCalls {
  /** Whether sections that are not given are dropped. */
  public static final QueryParameter REPLACE =
      new QueryParameter(
          "replace",
          Shape.oneOf("true", "false"),
          "true: the body is the whole configuration; false without it: other sections stay");

  /** What it takes. */
  public static final Shape TAKES =
      Shape.map(Shape.object().open()).says("sections by name; an empty one takes its defaults");

  /** What it gives. */
  public static final Shape GIVES =
      Shape.object()
          .has("version", Shape.WHOLE)
          .has("dropped", Shape.list(Shape.TEXT))
          .has("changes", Shape.list(Shape.TEXT).orNull());

  private final PutConfig configs;

  /** Stores through this. */
  public ConfigCalls(PutConfig configs) {
    this.configs = configs;
  }

  /** Stores one. */
  public Answer put(MemberCall call) throws Problem, IOException, RefusedInputException {
    boolean isWhole = isWhole(call.query(REPLACE));
    Fields sections = JsonBody.of(call.request());
    ConfigChange change =
        isWhole ? ConfigChange.replacing(sections) : ConfigChange.merging(sections);
    try {
      PutConfig.Stored stored = configs.put(call.tenant(), change, call.uid().value(), call.now());
      ConfigDifference difference = ConfigDifference.of(change, stored);
      return Answer.ok(
          Written.of("version", stored.version())
              .with("dropped", List.copyOf(difference.dropped()))
              .with("changes", difference.changes()));
    } catch (InvalidConfigurationException invalid) {
      throw Problem.refused("config", String.join("; ", invalid.errors()));
    } catch (RefusedByStoreException tooMuch) {
      throw Problem.refused("config", "config must be one that the store can keep");
    } catch (UnknownTenantException absent) {
      throw Problem.notFound("there is no such tenant");
    } catch (OvertakenException faster) {
      throw Problem.conflict(
          "somebody else stored a configuration at the same time: look at it and store yours"
              + " again");
    } catch (NotInForceException late) {
      throw Problem.notInForce(String.valueOf(late.getMessage()));
    }
  }

  private static boolean isWhole(Optional<String> given) throws RefusedInputException {
    return switch (given.orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new RefusedInputException(
              REPLACE.name(), "replace must be true or false, got '" + given.orElse("") + "'");
    };
  }
}
