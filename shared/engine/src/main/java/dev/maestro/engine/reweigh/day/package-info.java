/** How far weights may move in a day: what they were the evening before, and the limit. */
package dev.maestro.engine.reweigh.day;
