/** Campaigns, and what is known of their effect. */
@NullMarked
package dev.earshot.engagement.campaign;

import org.jspecify.annotations.NullMarked;
