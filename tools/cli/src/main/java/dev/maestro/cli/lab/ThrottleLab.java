package dev.maestro.cli.lab;

import dev.maestro.cli.lab.world.Dice;
import dev.maestro.cli.lab.world.Noise;
import dev.maestro.cli.lab.world.SimulatedLife;
import dev.maestro.cli.lab.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lets every throttle fly the same lives. The same arguments give the same figures, bit for bit, on
 * however many processors.
 *
 * @param lives per world, at least 1
 * @param days of each life, at least 1
 */
record ThrottleLab(Noise noise, int lives, int days, long seed) {
  /** All throttles in one world. */
  Map<Contestant, LabScore> fly(World world, Runnable afterEachLife) {
    List<Map<Contestant, LabScore>> perLife =
        IntStream.range(0, lives)
            .parallel()
            .mapToObj(
                life -> {
                  Map<Contestant, LabScore> scores = flyOne(world, life);
                  afterEachLife.run();
                  return scores;
                })
            .toList();
    Map<Contestant, LabScore> total = new EnumMap<>(Contestant.class);
    for (Map<Contestant, LabScore> scores : perLife) {
      scores.forEach((contestant, score) -> total.merge(contestant, score, LabScore::plus));
    }
    return total;
  }

  private Map<Contestant, LabScore> flyOne(World world, int life) {
    SimulatedLife days = SimulatedLife.of(world, noise, this.days, Dice.of(seed, life));
    Map<Contestant, LabScore> scores = new EnumMap<>(Contestant.class);
    for (Contestant contestant : Contestant.values()) {
      scores.put(contestant, LabScore.of(contestant.start(world, noise), days));
    }
    return scores;
  }
}
