@NullMarked
package dev.earshot.reading.subject;

import org.jspecify.annotations.NullMarked;
