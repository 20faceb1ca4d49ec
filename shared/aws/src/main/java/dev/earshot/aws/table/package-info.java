/** The items of the table: keys, attributes, expiry. */
@NullMarked
package dev.earshot.aws.table;

import org.jspecify.annotations.NullMarked;
