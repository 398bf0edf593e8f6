/** The executor on paper: takes intents from their topic, and fills them minute by minute. */
package dev.maestro.functions.paper;
