/** Routes of saved views. */
@NullMarked
package dev.earshot.queryapi.view;

import org.jspecify.annotations.NullMarked;
