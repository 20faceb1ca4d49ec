@NullMarked
package dev.earshot.influence.profile;

import org.jspecify.annotations.NullMarked;
