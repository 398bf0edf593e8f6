/** {@code ./maestro demo}: the main job on embedded defaults. */
package dev.maestro.cli.demo;
