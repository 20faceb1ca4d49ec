@NullMarked
package dev.earshot.engagement.reply;

import org.jspecify.annotations.NullMarked;
