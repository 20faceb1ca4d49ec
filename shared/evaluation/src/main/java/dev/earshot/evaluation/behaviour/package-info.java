/**
 * What a sentiment model must be able to do, in the manner of CheckList (Ribeiro et al., ACL 2020).
 */
@NullMarked
package dev.earshot.evaluation.behaviour;

import org.jspecify.annotations.NullMarked;
