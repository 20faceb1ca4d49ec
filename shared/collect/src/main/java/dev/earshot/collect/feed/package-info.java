/** The port behind which every platform is: requests, answers, pages. */
@NullMarked
package dev.earshot.collect.feed;

import org.jspecify.annotations.NullMarked;
