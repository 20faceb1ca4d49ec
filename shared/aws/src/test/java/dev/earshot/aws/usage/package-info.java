@NullMarked
package dev.earshot.aws.usage;

import org.jspecify.annotations.NullMarked;
