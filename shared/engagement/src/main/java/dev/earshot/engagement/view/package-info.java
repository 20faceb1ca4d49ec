/** Cases as others are shown them. */
@NullMarked
package dev.earshot.engagement.view;

import org.jspecify.annotations.NullMarked;
