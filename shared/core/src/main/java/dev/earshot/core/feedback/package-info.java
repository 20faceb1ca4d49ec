/** What people say that a verdict should have been. */
@NullMarked
package dev.earshot.core.feedback;

import org.jspecify.annotations.NullMarked;
