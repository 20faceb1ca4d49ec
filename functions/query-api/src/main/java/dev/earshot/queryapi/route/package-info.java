/** The routes of the API, a class per subject. */
@NullMarked
package dev.earshot.queryapi.route;

import org.jspecify.annotations.NullMarked;
