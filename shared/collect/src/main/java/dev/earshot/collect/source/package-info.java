/** What is to be collected, and the queries that ask for it. */
@NullMarked
package dev.earshot.collect.source;

import org.jspecify.annotations.NullMarked;
