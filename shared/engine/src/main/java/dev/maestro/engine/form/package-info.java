/**
 * How values are written as plain ones and read again: one reader, and the pieces that the form of
 * each value is made of. Plain are texts, booleans, numbers, times, days, lists, maps and null; a
 * store or a file adds nothing but its own types for these.
 */
package dev.maestro.engine.form;
