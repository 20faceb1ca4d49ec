/**
 * Scores of a workspace's authors: what they depend on, when they are renewed, where they are kept.
 */
@NullMarked
package dev.earshot.usecase.scoring;

import org.jspecify.annotations.NullMarked;
