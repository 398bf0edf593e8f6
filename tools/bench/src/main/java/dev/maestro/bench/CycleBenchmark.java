package dev.maestro.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.maestro.engine.archive.ArchivedInput;
import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.conduct.situation.CycleMemory;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.why.NearestFlip;
import dev.maestro.engine.why.WhySearch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One slot of 50 strategies from what is stored to the sealed record, with and without packing what
 * it was decided from; its largest parts on their own; and why its hardest signal was denied.
 * Budget of {@link #cycle}: 300 microseconds, of {@link #nearestFlip}: 100 milliseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CycleBenchmark {
  private static final Gson PLAIN_JSON = new GsonBuilder().serializeNulls().create();

  /** With 3 the sellers stop every buyer; with 50 every entry goes its way. */
  @Param({"3", "50"})
  int sellThreshold = 3;

  private Situation situation = SampleCycle.withoutKeeping(1, sellThreshold);
  private Situation packing = SampleCycle.of(1, sellThreshold);
  private TreeMap<String, Object> content = new TreeMap<>();
  private CycleArchive archive = SampleCycle.archive(packing);
  private DecidedSignal hardest = hardest();
  private ArchivedInput archived = ArchivedInput.of(archive);
  private byte[] bytes = {};
  private byte[] input = {};

  /** Runs one cycle for the content of its record. */
  @Setup
  public void prepare() {
    situation = SampleCycle.withoutKeeping(1, sellThreshold);
    packing = SampleCycle.of(1, sellThreshold);
    archive = SampleCycle.archive(packing);
    archived = ArchivedInput.of(archive);
    input = archived.text().getBytes(StandardCharsets.UTF_8);
    hardest = hardest();
    content = new TreeMap<>(SampleCycle.decide(situation).record().fields());
    content.keySet().removeAll(List.of("seq", "previous_hash", "hash"));
    bytes = CanonicalJson.write(content).getBytes(StandardCharsets.UTF_8);
  }

  /** The slot is taken, decided and stored in memory; what it was decided from is hashed. */
  @Benchmark
  public CycleOutcome cycle() {
    return SampleCycle.decide(situation);
  }

  /** The same, and what it was decided from is packed to be kept. */
  @Benchmark
  public CycleOutcome cycleAndPack() {
    return SampleCycle.decide(packing);
  }

  /** What is written already, packed. */
  @Benchmark
  public KeptInput packInput() {
    return archived.kept(SampleCycle.now());
  }

  /** The text and the hash of what it is decided from. */
  @Benchmark
  public ArchivedInput writeInput() {
    return ArchivedInput.of(archive);
  }

  /** The nearest flip of the signal that takes the most evaluations of the cycle. */
  @Benchmark
  public NearestFlip nearestFlip() {
    return flip(hardest);
  }

  private DecidedSignal hardest() {
    return archive.signals().stream()
        .max(Comparator.comparing(signal -> flip(signal).evaluations()))
        .orElseThrow();
  }

  private NearestFlip flip(DecidedSignal signal) {
    NearestFlip flip = WhySearch.of(archive.input(""), archive.settings(), signal);
    if (flip.evaluations() > WhySearch.MOST_EVALUATIONS) {
      throw new IllegalStateException(flip.evaluations() + " evaluations of the cycle");
    }
    return flip;
  }

  /** What the chain costs: canonical JSON and SHA-256 of a record whose content is there. */
  @Benchmark
  public ChainRecord sealRecord() {
    return ChainRecord.seal(content, ChainHead.EMPTY);
  }

  /** A bare writer of JSON on the same record: neither sorted, nor rounded, nor hashed. */
  @Benchmark
  public String gsonOnly() {
    return PLAIN_JSON.toJson(content);
  }

  /** The least that a record's hash costs: SHA-256 of bytes that are there. */
  @Benchmark
  public byte[] sha256Only() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  /** The least that the hash of what it is decided from costs. */
  @Benchmark
  public byte[] sha256OfInputOnly() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(input);
  }

  /** The modes of 50 strategies from 30 closed days each. */
  @Benchmark
  public List<ThrottleMemory.Outcome> throttleOnly() {
    CycleMemory memory = situation.memory();
    SortedMap<StrategyId, ThrottleMemory> remembered =
        memory.stats().map(TenantStats::throttleMemory).orElseThrow();
    List<ThrottleMemory.Outcome> outcomes = new ArrayList<>(SampleCycle.STRATEGIES);
    memory
        .performance()
        .forEach(
            (strategy, reading) ->
                outcomes.add(
                    ThrottleMemory.decide(
                        Optional.ofNullable(remembered.get(strategy)),
                        reading,
                        SampleCycle.slot().start(),
                        situation.facts().config().throttle())));
    return outcomes;
  }
}
