/**
 * Scores of a workspace's authors: what they rest on, when they are made anew, where they are kept.
 */
@NullMarked
package dev.earshot.usecase.scoring;

import org.jspecify.annotations.NullMarked;
