/** Stores in memory, which pass the same contracts as the AWS adapters. */
@NullMarked
package dev.earshot.testkit.store;

import org.jspecify.annotations.NullMarked;
