/** Campaigns and their reports. */
@NullMarked
package dev.earshot.queryapi.campaign;

import org.jspecify.annotations.NullMarked;
