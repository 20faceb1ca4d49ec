/** Calls to platforms, within limits. */
@NullMarked
package dev.earshot.platforms.web;

import org.jspecify.annotations.NullMarked;
