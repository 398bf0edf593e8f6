package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.storm.world.StormTrace;
import dev.maestro.embedded.storm.world.VirtualClock;

/** What all actors of a schedule share. */
public record Stage(
    Chance chance, VirtualClock clock, StormTrace trace, ModelBroker broker, StormStore store) {}
