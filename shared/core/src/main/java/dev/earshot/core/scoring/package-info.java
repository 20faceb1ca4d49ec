/**
 * Scores of a workspace's authors: what they rest on, when they are made anew, where they are kept.
 */
@NullMarked
package dev.earshot.core.scoring;

import org.jspecify.annotations.NullMarked;
