package dev.maestro.cli.lab;

import dev.maestro.cli.lab.world.Noise;
import dev.maestro.cli.lab.world.World;

/** The throttles that are compared. */
enum Contestant {
  /** No throttle at all. */
  ALWAYS_ON("always on") {
    @Override
    Pilot start(World world, Noise noise) {
      return new Pilot() {
        @Override
        public double multiplier() {
          return 1;
        }

        @Override
        public void learn(double dayReturn, double volatility) {}
      };
    }
  },
  /** method SHARPE: the Sharpe ratio of 30 days, loosened after 2 further days. */
  THIRTY_DAYS("30-day rule") {
    @Override
    Pilot start(World world, Noise noise) {
      return new ThirtyDayPilot(true);
    }
  },
  /** The same without its memory. */
  THIRTY_DAYS_AT_ONCE("30-day rule, no memory") {
    @Override
    Pilot start(World world, Noise noise) {
      return new ThirtyDayPilot(false);
    }
  },
  /** method EVIDENCE: the expected Sharpe ratio. */
  EVIDENCE("evidence") {
    @Override
    Pilot start(World world, Noise noise) {
      return new EvidencePilot();
    }
  },
  /** Bayes with the world's own distributions and the true volatility: nobody can have it. */
  KNOWING("knows the world") {
    @Override
    Pilot start(World world, Noise noise) {
      return new KnowingPilot(world, noise);
    }
  };

  private final String label;

  Contestant(String label) {
    this.label = label;
  }

  /** The name in the table. */
  String label() {
    return label;
  }

  /** At the beginning of a life. */
  abstract Pilot start(World world, Noise noise);
}
