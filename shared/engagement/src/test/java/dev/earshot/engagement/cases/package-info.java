@NullMarked
package dev.earshot.engagement.cases;

import org.jspecify.annotations.NullMarked;
