@NullMarked
package dev.earshot.privacy.network;

import org.jspecify.annotations.NullMarked;
