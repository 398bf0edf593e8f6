package dev.maestro.testing.narration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.SlotClaim;
import dev.maestro.engine.conduct.narration.CycleNarrator;
import dev.maestro.engine.conduct.narration.NarrationsPort;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.NarrationPrompt;
import dev.maestro.engine.narration.NarrationReason;
import dev.maestro.engine.narration.Narrator;
import dev.maestro.engine.narration.NarratorAnswer;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cycles told in words, on one store. */
public abstract class NarrationContract {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Slot SLOT = new Slot(NOON);
  private static final String TRUE_TEXT =
      "The system managed 2 strategies, and the market is calm.";

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final List<String> alerts = new ArrayList<>();
  private ConductStage stage;

  /** An empty store. */
  protected abstract ConductStage emptyStage();

  @BeforeEach
  void one_tenant() {
    stage = emptyStage();
    stage.createTenant(TENANT, NOON);
  }

  @Test
  void a_text_that_holds_stands_beside_its_record_and_the_chain_still_verifies() {
    conduct(stage.narrations(), prompt -> new NarratorAnswer.Text("\n" + TRUE_TEXT));
    assertThat(told()).isEqualTo(TRUE_TEXT);
    assertThat(narration()).isEqualTo(Map.of("source", "vertex", "model", "fable-1"));
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_text_that_lies_leaves_the_deterministic_one_with_the_reason() {
    conduct(
        stage.narrations(), prompt -> new NarratorAnswer.Text("The system managed 9 strategies."));
    assertThat(told()).startsWith("Maestro orchestration summary for session ");
    assertThat(narration())
        .isEqualTo(
            Map.of(
                "source",
                "text",
                "rejected",
                "NUMBER_NOT_IN_RECORD",
                "detail",
                "9",
                "model",
                "fable-1"));
    assertThat(faults()).isEmpty();
  }

  @Test
  void every_failure_leaves_the_deterministic_text_with_its_reason() {
    Slot slot = SLOT;
    for (NarrationReason reason : NarrationReason.values()) {
      conduct(slot, stage.narrations(), prompt -> NarratorAnswer.none(reason, ""));
      assertThat(told()).startsWith("Maestro orchestration summary for session ");
      assertThat(narration()).containsEntry("rejected", reason.name());
      clock.pass(Duration.ofMinutes(5));
      slot = new Slot(slot.start().plus(Duration.ofMinutes(5)));
    }
    assertThat(faults()).isEmpty();
    assertThat(alerts).containsOnlyOnce("acme NARRATOR_MODEL_NOT_FOUND");
  }

  @Test
  void the_slot_is_done_and_its_record_stored_before_the_narrator_is_asked() {
    List<SlotClaim> seen = new ArrayList<>();
    Conclusion.Decided decided =
        conduct(
            stage.narrations(),
            prompt -> {
              Instant later = clock.instant();
              seen.add(
                  stage.cycles().acquire(TENANT, SLOT, "another", later, Duration.ofSeconds(60)));
              assertThat(stage.records(TENANT)).hasSize(1);
              return NarratorAnswer.none(NarrationReason.TIMEOUT, "");
            });
    assertThat(seen).containsExactly(new SlotClaim.Done(decided.commit().recordId()));
  }

  @Test
  void a_narrator_or_store_that_breaks_changes_nothing_of_the_cycle() {
    conduct(
        stage.narrations(),
        prompt -> {
          throw new IllegalStateException("broken");
        });
    assertThat(stage.records(TENANT)).hasSize(1);
    clock.pass(Duration.ofMinutes(5));
    conduct(
        new Slot(SLOT.start().plus(Duration.ofMinutes(5))),
        (tenant, recordId, summary, narration) -> {
          throw new UnavailableException("gone", new IllegalStateException());
        },
        prompt -> new NarratorAnswer.Text(TRUE_TEXT));
    assertThat(stage.records(TENANT)).hasSize(2);
    assertThat(faults()).isEmpty();
  }

  private Conclusion.Decided conduct(
      NarrationsPort narrations, Function<NarrationPrompt, NarratorAnswer> answer) {
    return conduct(SLOT, narrations, answer);
  }

  private Conclusion.Decided conduct(
      Slot slot, NarrationsPort narrations, Function<NarrationPrompt, NarratorAnswer> answer) {
    return (Conclusion.Decided)
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, now) -> alerts.add(tenant + " " + code),
                clock,
                Duration.ofSeconds(60),
                "test")
            .narrating(
                new CycleNarrator(
                    new Answering(answer),
                    narrations,
                    (tenant, code, message, now) -> alerts.add(tenant + " " + code)))
            .conduct(TENANT, slot, "a");
  }

  private record Answering(Function<NarrationPrompt, NarratorAnswer> answer) implements Narrator {
    @Override
    public NarratorAnswer narrate(NarrationPrompt prompt) {
      return answer.apply(prompt);
    }

    @Override
    public String model() {
      return "fable-1";
    }
  }

  private Map<String, Object> newest() {
    List<Map<String, Object>> records = stage.records(TENANT);
    return records.get(records.size() - 1);
  }

  private String told() {
    return String.valueOf(newest().get("ai_summary"));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> narration() {
    return (Map<String, Object>) Optional.ofNullable(newest().get("narration")).orElseThrow();
  }

  private List<String> faults() {
    ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
    int place = 0;
    for (Map<String, Object> record : stage.records(TENANT)) {
      verifier.add(record, "record " + ++place);
    }
    return verifier.faults();
  }
}
