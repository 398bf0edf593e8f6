/** When several strategies want out at once, nobody goes in; and checks that can only tighten. */
package dev.maestro.engine.systemic;
