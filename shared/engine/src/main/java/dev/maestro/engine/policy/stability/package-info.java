/** The policy in force over time: tightened at once, loosened slowly. */
package dev.maestro.engine.policy.stability;
