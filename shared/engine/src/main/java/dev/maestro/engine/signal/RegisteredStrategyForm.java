package dev.maestro.engine.signal;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Uid;
import java.util.List;
import java.util.Optional;

/**
 * How a registered strategy is written and read. Its id is the name of the place where it stands;
 * its user is the owner and its agent has its own id unless it says otherwise.
 */
public final class RegisteredStrategyForm {
  private static final Field<RegisteredStrategy, String> ID =
      Field.required("id", Kinds.NAME, strategy -> strategy.id().value());
  private static final Field<RegisteredStrategy, StrategyStatus> STATUS =
      Field.required("status", Kinds.word(StrategyStatus.class), RegisteredStrategy::status);
  private static final Kind<HealthRegime> REGIME =
      Kinds.named("one of " + String.join(", ", HealthRegime.names()), HealthRegime::of);
  private static final Field<RegisteredStrategy, List<HealthRegime>> REGIME_TAGS =
      Field.withDefault(
          "regime_tags", Kinds.list(REGIME), List.of(), RegisteredStrategy::regimeTags);
  private static final Field<RegisteredStrategy, Boolean> ALLOW_SHORTS =
      Field.withDefault("allow_shorts", Kinds.FLAG, false, RegisteredStrategy::allowShorts);
  private static final Field<RegisteredStrategy, Boolean> SCALE_IN =
      Field.withDefault("scale_in", Kinds.FLAG, false, RegisteredStrategy::scaleIn);
  private static final Field<RegisteredStrategy, Optional<StrategyVersion>> VERSION =
      Field.optional("version", SignalForm.A_VERSION, RegisteredStrategy::version);

  /** As it was written: weights are looked up under the very text. */
  private static final Kind<String> AGENT_NAME =
      Kinds.named(
          "the name of an agent, not blank",
          text -> text.isBlank() ? Optional.empty() : Optional.of(text));

  private static final Uid ANYBODY = new Uid("anybody");

  /** What is stored under its id. */
  public static final View<RegisteredStrategy> FACTS =
      View.<RegisteredStrategy>empty().all(of("", ANYBODY), strategy -> strategy);

  /** With its id, for lists. */
  public static final View<RegisteredStrategy> LISTED =
      View.of(ID).all(FACTS, strategy -> strategy);

  private RegisteredStrategyForm() {}

  /**
   * The form of the strategy that stands under a name.
   *
   * @param id what can name no strategy is refused when one is read
   */
  public static Form<RegisteredStrategy> of(String id, Uid ownerUid) {
    Field<RegisteredStrategy, String> name =
        Field.withDefault("name", Kinds.TEXT, id, RegisteredStrategy::name);
    Field<RegisteredStrategy, Uid> uid =
        Field.withDefault("uid", Kinds.UID, ownerUid, RegisteredStrategy::uid);
    Field<RegisteredStrategy, String> agent =
        Field.withDefault("agent_id", AGENT_NAME, id, RegisteredStrategy::agentId);
    return Form.of(
            "a strategy",
            in ->
                new RegisteredStrategy(
                    new StrategyId(id),
                    name.in(in),
                    STATUS.in(in),
                    uid.in(in),
                    agent.in(in),
                    REGIME_TAGS.in(in),
                    ALLOW_SHORTS.in(in),
                    SCALE_IN.in(in),
                    VERSION.in(in)),
            List.of(name, STATUS, uid, agent, REGIME_TAGS, ALLOW_SHORTS, SCALE_IN, VERSION))
        .open();
  }

  /** Reads a strategy that names itself. */
  public static RegisteredStrategy read(Fields in, Uid ownerUid) {
    return of(ID.in(in), ownerUid).read(in);
  }
}
