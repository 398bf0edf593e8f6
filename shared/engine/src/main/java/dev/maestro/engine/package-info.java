/** Pure decisions; the rooms below say which. */
package dev.maestro.engine;
