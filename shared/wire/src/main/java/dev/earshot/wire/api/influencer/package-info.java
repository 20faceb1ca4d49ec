/**
 * What the API answers of authors: leaderboards, scores, portfolios, objections and resolutions.
 */
@NullMarked
package dev.earshot.wire.api.influencer;

import org.jspecify.annotations.NullMarked;
