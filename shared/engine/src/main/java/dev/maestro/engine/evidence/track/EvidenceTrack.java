package dev.maestro.engine.evidence.track;

import dev.maestro.engine.evidence.EvidenceOpinion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The evidence of one strategy as it is kept.
 *
 * @param settings name those it was made under; under others it is made anew
 * @param anchor to go on from
 * @param version of the strategy on the newest closed day; empty if it names none
 * @param versionSince the first closed day of that version; empty: it never had another
 * @param opinion of the newest closed day
 */
public record EvidenceTrack(
    String settings,
    EvidenceAnchor anchor,
    String version,
    Optional<LocalDate> versionSince,
    EvidenceOpinion opinion) {}
