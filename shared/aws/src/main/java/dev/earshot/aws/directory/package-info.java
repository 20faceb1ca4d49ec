/** The directory of public creators in the table. */
@NullMarked
package dev.earshot.aws.directory;

import org.jspecify.annotations.NullMarked;
