/** The platforms that posts are collected from, one small class each. */
@NullMarked
package dev.earshot.platforms;

import org.jspecify.annotations.NullMarked;
