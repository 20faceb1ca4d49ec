/** Contracts and fakes of what is kept for acting: campaigns, segments. */
@NullMarked
package dev.earshot.testkit.engagement;

import org.jspecify.annotations.NullMarked;
