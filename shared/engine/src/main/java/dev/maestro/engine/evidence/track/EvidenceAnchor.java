package dev.maestro.engine.evidence.track;

import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.neutral.MarketBeta;
import java.time.LocalDate;

/**
 * Where the evidence stood on a day so long over that its row is written no more: from here it goes
 * on, however late trades change the days after it.
 *
 * @param through the newest day that is in it
 * @param past names what the journal said of the days up to then; what it says now may differ
 * @param isUnmarked true: up to then nobody knew what was open, only closed trades counted
 */
public record EvidenceAnchor(
    LocalDate through, String past, boolean isUnmarked, EvidenceState state, MarketBeta beta) {}
