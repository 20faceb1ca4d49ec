/** Behaviour tests of sentiment models, in the style of CheckList (Ribeiro et al., ACL 2020). */
@NullMarked
package dev.earshot.evaluation.behaviour;

import org.jspecify.annotations.NullMarked;
