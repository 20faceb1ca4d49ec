/** Finds what machines and accounts are reached by. */
@NullMarked
package dev.earshot.privacy.network;

import org.jspecify.annotations.NullMarked;
