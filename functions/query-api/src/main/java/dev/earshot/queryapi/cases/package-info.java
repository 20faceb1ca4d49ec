/** The routes of cases: what somebody should answer, what became of it, and drafts of answers. */
@NullMarked
package dev.earshot.queryapi.cases;

import org.jspecify.annotations.NullMarked;
