package dev.maestro.engine.evidence;

import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.throttle.mode.ThrottleMode;

/**
 * What is shown of a strategy's evidence.
 *
 * @param days with exposure that it was read from
 * @param expectedSharpe annual, -4..4; of the day to come
 * @param probabilityNegative chance that the true Sharpe ratio is below 0, 0..1
 * @param mode that this calls for; a strategy with too few rows has another one (spec 2)
 * @param modeChanges how often that mode changed
 * @param against logarithm of what betting against the claim would have made of 1
 * @param proof logarithm of what betting on a Sharpe ratio above 0 would have made of 1
 * @param detector of a strategy that was good and died
 * @param word what the record has shown
 * @param detection chance that a strategy dead from the start would be DISPROVED by now, 0..1
 */
public record EvidenceFigures(
    int days,
    double expectedSharpe,
    double probabilityNegative,
    ThrottleMode mode,
    int modeChanges,
    double against,
    double proof,
    double detector,
    EvidenceWord word,
    double detection) {}
