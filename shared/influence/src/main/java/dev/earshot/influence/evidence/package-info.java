/** What is known of an author: accounts, responses, posts and their summaries. */
@NullMarked
package dev.earshot.influence.evidence;

import org.jspecify.annotations.NullMarked;
