package dev.earshot.testkit;

import dev.earshot.testkit.architecture.ArchitectureRules;

/** The rules on this module and core. */
final class ArchitectureTest extends ArchitectureRules {}
