@NullMarked
package dev.earshot.engagement.campaign;

import org.jspecify.annotations.NullMarked;
