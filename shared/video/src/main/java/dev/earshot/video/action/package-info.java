/** What people do, by rules over bodies and objects. */
@NullMarked
package dev.earshot.video.action;

import org.jspecify.annotations.NullMarked;
