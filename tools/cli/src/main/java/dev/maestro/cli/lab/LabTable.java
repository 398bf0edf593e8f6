package dev.maestro.cli.lab;

import dev.maestro.cli.lab.world.World;
import dev.maestro.engine.form.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures of a simulation as people read them. */
final class LabTable {
  private static final int NAME_WIDTH = 24;

  /** The figures by name. */
  static final View<LabScore> FIGURES =
      View.<LabScore>empty()
          .with("kept", LabScore::kept)
          .with("kept_error", LabScore::keptError)
          .with("shadow_share", LabScore::shadowShare)
          .with("turnover", LabScore::turnover);

  private LabTable() {}

  /** Kept share and turnover where strategies differ; share of shadowed days where they do not. */
  static List<String> lines(ThrottleLab lab, Map<World, Map<Contestant, LabScore>> results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d strategies a world, %d days each, noise %s, seed %d",
            lab.lives(),
            lab.days(),
            lab.noise().name().toLowerCase(Locale.ROOT),
            lab.seed()));
    Map<World, Map<Contestant, LabScore>> constant = new LinkedHashMap<>();
    results.forEach(
        (world, scores) -> {
          if (world.deviation() == 0) {
            constant.put(world, scores);
          } else {
            lines.addAll(worldLines(world, scores));
          }
        });
    if (!constant.isEmpty()) {
      lines.addAll(shadowLines(constant));
    }
    return lines;
  }

  private static List<String> worldLines(World world, Map<Contestant, LabScore> scores) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-" + NAME_WIDTH + "s %15s %14s %15s",
            "world: " + world.name(),
            "kept",
            "shadowed days",
            "turnover a year"));
    scores.forEach(
        (contestant, score) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-" + NAME_WIDTH + "s %6.2f +- %5.3f %12.0f %% %15.1f",
                    contestant.label(),
                    score.kept(),
                    score.keptError(),
                    100 * score.shadowShare(),
                    score.turnover())));
    scores.forEach(
        (contestant, score) -> {
          if (score.hasLookedAhead()) {
            lines.add(contestant.label() + " earns on pure noise: it has seen days to come");
          }
        });
    return lines;
  }

  private static List<String> shadowLines(Map<World, Map<Contestant, LabScore>> constant) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    StringBuilder head = new StringBuilder(padded("shadowed days at"));
    constant
        .keySet()
        .forEach(world -> head.append(String.format(Locale.ROOT, " %11s", world.name())));
    lines.add(head.toString());
    for (Contestant contestant : Contestant.values()) {
      if (contestant != Contestant.KNOWING) {
        StringBuilder line = new StringBuilder(padded(contestant.label()));
        constant.forEach(
            (world, scores) ->
                line.append(
                    String.format(
                        Locale.ROOT, " %9.0f %%", 100 * shadowShare(scores, contestant))));
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static double shadowShare(Map<Contestant, LabScore> scores, Contestant contestant) {
    return Optional.ofNullable(scores.get(contestant)).orElseThrow().shadowShare();
  }

  private static String padded(String name) {
    return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name);
  }
}
