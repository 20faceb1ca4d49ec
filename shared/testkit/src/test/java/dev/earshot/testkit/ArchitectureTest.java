package dev.earshot.testkit;

import dev.earshot.testkit.architecture.ArchitectureRules;

/** Checks this module and core. */
final class ArchitectureTest extends ArchitectureRules {}
