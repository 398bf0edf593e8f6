package dev.maestro.firestore.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import com.google.firestore.v1.Document;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.firestore.cycle.FirestoreCycles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Fields of every document that a cycle reads, with every kind of wrong value in them. There are
 * some twenty thousand cases, of which a fixed choice is tried; {@code -Dmaestro.wrong=100000}
 * tries all.
 */
class EveryFieldTest {
  private static final int CASES = Integer.getInteger("maestro.wrong", 1000);
  private static final long SEED = 20260302;
  private static final AnsweringWire WIRE = new AnsweringWire();
  private static final Firestore FIRESTORE = WIRE.firestore(FullTenant.PROJECT);
  private static Map<String, SortedMap<String, Document>> scenes = Map.of();

  /** A wrong value at a place of a scene. */
  private record Case(String scene, String document, FieldPlace place, WrongValue wrong) {
    String shownPlace() {
      return document.substring(document.indexOf("/documents/") + "/documents/".length())
          + " "
          + place;
    }
  }

  @BeforeAll
  static void one_tenant() {
    scenes = FullTenant.scenes();
  }

  @AfterAll
  static void hang_up() {
    WIRE.close();
  }

  @Test
  void an_intact_tenant_tells_nothing_and_every_buyer_but_one_is_kept_out_by_its_own_fact() {
    Seen open = cycle("open", documents("open"));
    assertThat(open.alerts()).isEmpty();
    assertThat(open.entries()).containsOnlyKeys("plain Optional[AAPL]");
    assertThat(open.signals())
        .filteredOn(signal -> !signal.isApproved())
        .allSatisfy(signal -> assertThat(signal.verdict().codes()).isNotEmpty());
    assertThat(cycle("blocked", documents("blocked")).candidate().blockReasons())
        .hasSizeGreaterThan(3);
    assertThat(cycle("latched", documents("latched")).entries()).isEmpty();
  }

  @Test
  void no_wrong_value_stops_a_cycle_loosens_anything_or_passes_in_silence() {
    Map<String, Seen> intact = new TreeMap<>();
    scenes.forEach((scene, documents) -> intact.put(scene, cycle(scene, documents)));
    SortedMap<String, List<String>> breaches = new TreeMap<>();
    for (Case tried : cases()) {
      breach(tried, Optional.ofNullable(intact.get(tried.scene())).orElseThrow())
          .filter(breach -> !Accepted.is(breach, tried.wrong()))
          .ifPresent(
              breach ->
                  breaches
                      .computeIfAbsent(breach.toString(), first -> new ArrayList<>())
                      .add(tried.scene() + " " + tried.wrong()));
    }
    assertThat(breaches).isEmpty();
  }

  private static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    scenes.forEach(
        (scene, documents) ->
            documents.forEach(
                (name, document) ->
                    FieldPlace.all(document)
                        .forEach(
                            place -> {
                              for (WrongValue wrong : WrongValue.values()) {
                                all.add(new Case(scene, name, place, wrong));
                              }
                            })));
    Collections.shuffle(all, new Random(SEED));
    return all.subList(0, Math.min(CASES, all.size()));
  }

  private static Optional<Breach> breach(Case tried, Seen intact) {
    SortedMap<String, Document> documents = new TreeMap<>(documents(tried.scene()));
    documents.computeIfPresent(
        tried.document(), (name, document) -> tried.place().with(document, tried.wrong().value()));
    Seen seen;
    try {
      seen = cycle(tried.scene(), documents);
    } catch (RuntimeException failed) {
      return breach(tried, Breach.Kind.FAILED, failed.getClass().getSimpleName());
    }
    boolean isTold = !intact.alerts().containsAll(seen.alerts());
    if (seen.commit().isEmpty()) {
      return isTold
          ? breach(tried, Breach.Kind.UNDECIDED, seen.conclusion().getClass().getSimpleName())
          : breach(tried, Breach.Kind.SILENT, "undecided");
    }
    List<String> looser = seen.looserThan(intact);
    if (!looser.isEmpty()) {
      return breach(tried, Breach.Kind.LOOSER, looser.toString());
    }
    return isTold || seen.saysTheSameAs(intact)
        ? Optional.empty()
        : breach(tried, Breach.Kind.SILENT, "");
  }

  private static Optional<Breach> breach(Case tried, Breach.Kind kind, String what) {
    return Optional.of(new Breach(tried.shownPlace(), kind, what));
  }

  private static SortedMap<String, Document> documents(String scene) {
    return Optional.ofNullable(scenes.get(scene)).orElseThrow();
  }

  private static Seen cycle(String scene, SortedMap<String, Document> documents) {
    WIRE.hold(documents);
    Instant now =
        scene.equals("open") ? FullTenant.NOW : FullTenant.NOW.plus(Duration.ofMinutes(5));
    SortedSet<String> alerts = new TreeSet<>();
    Conclusion conclusion =
        new ConductSlot(
                new FirestoreCycles(FIRESTORE, Map.of()),
                new BarsMarket(),
                (tenant, code, message, at) -> alerts.add(code.name()),
                () -> now,
                Duration.ofSeconds(60),
                "test")
            .conduct(FullTenant.TENANT, Slot.of(now), "owner");
    return Seen.of(conclusion, alerts);
  }
}
