@NullMarked
package dev.earshot.aws.cases;

import org.jspecify.annotations.NullMarked;
