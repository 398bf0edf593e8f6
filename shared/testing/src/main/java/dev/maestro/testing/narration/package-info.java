/** What holds of cycles told in words, on every store. */
package dev.maestro.testing.narration;
