/** Episodes in the table. */
@NullMarked
package dev.earshot.aws.trend;

import org.jspecify.annotations.NullMarked;
