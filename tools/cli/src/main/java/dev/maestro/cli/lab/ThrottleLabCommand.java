package dev.maestro.cli.lab;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.lab.world.Noise;
import dev.maestro.cli.lab.world.World;
import dev.maestro.cli.report.BarChart;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.number.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro lab throttle}: what a throttle keeps of what a strategy would have earned. */
@Command(
    name = "throttle",
    description = {
      "Simulates strategies whose true Sharpe ratio is known and compares throttles on them.",
      "The same arguments give the same table."
    },
    mixinStandardHelpOptions = true)
public final class ThrottleLabCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;

  @Option(
      names = "--worlds",
      split = ",",
      paramLabel = "WORLD",
      description =
          "static, dying, or a number: every strategy has that annual Sharpe ratio"
              + " (default: static,dying,-1,0,0.5,1,1.5).")
  private List<String> worlds = List.of("static", "dying", "-1", "0", "0.5", "1", "1.5");

  @Option(
      names = "--noise",
      paramLabel = "NOISE",
      description = "How daily returns scatter: t4 (fat tails, the default) or normal.")
  private String noise = "t4";

  @Option(
      names = "--lives",
      paramLabel = "N",
      description = "Strategies per world (default: ${DEFAULT-VALUE}).")
  private int lives = 2000;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days of each strategy (default: ${DEFAULT-VALUE}).")
  private int days = 756;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Also draw what is kept in each world, as an SVG file.")
  private Optional<Path> picture = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object per world instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    List<World> asked = worlds.stream().map(ThrottleLabCommand::world).toList();
    if (lives < 1 || days < 1 || lives > MOST || days > MOST) {
      throw new UsageException(
          "--lives and --days must be from 1 to " + MOST + ", got " + lives + " and " + days);
    }
    ThrottleLab lab = new ThrottleLab(noise(), lives, days, seed);
    Map<World, Map<Contestant, LabScore>> results = fly(lab, asked);
    List<String> lines = json ? jsonLines(results) : LabTable.lines(lab, results);
    lines.forEach(Terminal.out()::println);
    picture.ifPresent(file -> draw(results, file));
    return 0;
  }

  private static void draw(Map<World, Map<Contestant, LabScore>> results, Path file) {
    BarChart chart = new BarChart();
    results.forEach(
        (world, scores) -> {
          if (world.deviation() > 0) {
            chart.heading("Kept of what knowing would earn, world " + world.name());
            scores.forEach((contestant, score) -> chart.add(contestant.label(), score.kept()));
          }
        });
    try {
      Files.writeString(file, chart.svg());
    } catch (IOException failure) {
      throw new CommandFailure(
          file + " could not be written: choose another place with --picture (" + failure + ")");
    }
  }

  private Map<World, Map<Contestant, LabScore>> fly(ThrottleLab lab, List<World> asked) {
    Map<World, Map<Contestant, LabScore>> results = new LinkedHashMap<>();
    if (!Terminal.isInteractive()) {
      asked.forEach(world -> results.put(world, lab.fly(world, () -> {})));
      return results;
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("lives")
            .setInitialMax((long) asked.size() * lives)
            .setStyle(ProgressBarStyle.ASCII)
            .build()) {
      asked.forEach(world -> results.put(world, lab.fly(world, bar::step)));
    }
    return results;
  }

  private static World world(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "static" -> World.STATIC;
      case "dying" -> World.DYING;
      default -> World.of(sharpe(name));
    };
  }

  private static double sharpe(String name) {
    return Decimals.read(name)
        .map(BigDecimal::doubleValue)
        .filter(sharpe -> sharpe >= -4 && sharpe <= 4)
        .orElseThrow(
            () ->
                new UsageException(
                    "--worlds must be static, dying or a Sharpe ratio from -4 to 4, got " + name));
  }

  private Noise noise() {
    return switch (noise.toLowerCase(Locale.ROOT)) {
      case "t4" -> Noise.T4;
      case "normal" -> Noise.NORMAL;
      default -> throw new UsageException("--noise must be t4 or normal, got " + noise);
    };
  }

  private static List<String> jsonLines(Map<World, Map<Contestant, LabScore>> results) {
    List<String> lines = new ArrayList<>();
    results.forEach(
        (world, scores) -> {
          Map<String, Written> throttles = new LinkedHashMap<>();
          scores.forEach(
              (contestant, score) ->
                  throttles.put(contestant.name(), LabTable.FIGURES.written(score)));
          lines.add(JsonText.write(Written.of("world", world.name()).with("throttles", throttles)));
        });
    return lines;
  }
}
