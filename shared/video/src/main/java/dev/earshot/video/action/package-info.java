/** What people do, by rules on poses and objects. */
@NullMarked
package dev.earshot.video.action;

import org.jspecify.annotations.NullMarked;
