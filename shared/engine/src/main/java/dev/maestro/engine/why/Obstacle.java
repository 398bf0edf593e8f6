package dev.maestro.engine.why;

/**
 * A reason that no single number lifts: a state that somebody has to change, or too many things at
 * once.
 *
 * @param code of the reason or the cut
 * @param why in words
 */
public record Obstacle(String code, String why) {}
