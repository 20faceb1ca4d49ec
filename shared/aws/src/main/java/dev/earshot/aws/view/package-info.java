/** Saved views in the table. */
@NullMarked
package dev.earshot.aws.view;

import org.jspecify.annotations.NullMarked;
