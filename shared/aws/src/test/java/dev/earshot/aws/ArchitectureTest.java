package dev.earshot.aws;

import dev.earshot.testkit.architecture.ArchitectureRules;

/** The rules on this module and core. */
final class ArchitectureTest extends ArchitectureRules {}
