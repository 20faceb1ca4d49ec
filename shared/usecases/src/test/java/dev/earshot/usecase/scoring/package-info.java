@NullMarked
package dev.earshot.usecase.scoring;

import org.jspecify.annotations.NullMarked;
