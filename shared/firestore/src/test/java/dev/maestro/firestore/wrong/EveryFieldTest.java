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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every field of every document that a cycle reads, with every kind of wrong value in it. */
class EveryFieldTest {
  private static final AnsweringWire WIRE = new AnsweringWire();
  private static final Firestore FIRESTORE = WIRE.firestore(FullTenant.PROJECT);
  private static Map<String, SortedMap<String, Document>> scenes = Map.of();

  static final Map<String, Long> TIMES = new TreeMap<>();
  static final Map<String, Long> COUNTS = new TreeMap<>();

  @BeforeAll
  static void one_tenant() {
    scenes = FullTenant.scenes();
  }

  @AfterAll
  static void hang_up() {
    WIRE.close();
  }

  @Test
  void probe() {
    scenes.forEach(
        (name, documents) -> {
          Seen intact = cycle(name, documents);
          System.out.println("SCENE " + name + " " + documents.size() + " " + intact.conclusion().getClass().getSimpleName() + " " + intact.alerts());
          System.out.println(" entries " + intact.entries() + "\n candidate " + intact.candidate());
          intact.signals().forEach(s -> System.out.println("  " + s.signal().strategy() + " " + s.verdict().outcome() + s.verdict().codes()));
        });
    long start = System.nanoTime();
    Map<String, List<String>> faults = new TreeMap<>();
    int cases = 0;
    SplittableRandom random = new SplittableRandom(1);
    int part = Integer.getInteger("part", 1);
    for (Map.Entry<String, SortedMap<String, Document>> scene : scenes.entrySet()) {
      Seen intact = cycle(scene.getKey(), scene.getValue());
      for (Map.Entry<String, Document> entry : scene.getValue().entrySet()) {
        String path = entry.getKey().substring(entry.getKey().indexOf("/documents/") + 11);
        for (FieldPlace place : FieldPlace.all(entry.getValue())) {
          for (WrongValue wrong : WrongValue.values()) {
            if (random.nextInt(part) != 0) {
              continue;
            }
            cases++;
            SortedMap<String, Document> documents = new TreeMap<>(scene.getValue());
            documents.put(entry.getKey(), place.with(entry.getValue(), wrong.value()));
            long t0 = System.nanoTime();
            String fault = fault(scene.getKey(), documents, intact);
            TIMES.merge(wrong.name(), (System.nanoTime() - t0) / 1000, Long::sum);
            COUNTS.merge(wrong.name(), 1L, Long::sum);
            if (!fault.isEmpty()) {
              faults.computeIfAbsent(path + " " + place + ": " + fault, f -> new ArrayList<>()).add(scene.getKey() + "/" + wrong);
            }
          }
        }
      }
    }
    System.out.println("CASES " + cases + " in " + (System.nanoTime() - start) / 1_000_000 + " ms, faults " + faults.size());
    System.out.println("TIMES " + TIMES + " " + COUNTS);
    faults.forEach((fault, wrongs) -> System.out.println("FAULT " + fault + " " + wrongs));
    assertThat(faults).isEmpty();
  }

  private static String fault(String scene, SortedMap<String, Document> documents, Seen intact) {
    try {
      Seen seen = cycle(scene, documents);
      if (seen.commit().isEmpty()) {
        return "NOT DECIDED " + seen.conclusion();
      }
      List<String> looser = seen.looserThan(intact);
      if (!looser.isEmpty()) {
        return "LOOSER " + looser + (seen.alerts().isEmpty() ? " SILENT" : "");
      }
      boolean isTold = !intact.alerts().containsAll(seen.alerts());
      return isTold || seen.saysTheSameAs(intact) ? "" : "SILENT";
    } catch (RuntimeException failed) {
      String text = failed.toString();
      return "FAILS " + text.substring(0, Math.min(160, text.length()));
    }
  }

  private static Seen cycle(String scene, SortedMap<String, Document> documents) {
    WIRE.hold(documents);
    Instant now = scene.equals("open") ? FullTenant.NOW : FullTenant.NOW.plus(Duration.ofMinutes(5));
    TreeSet<String> alerts = new TreeSet<>();
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
