/** Tests of the commands about personal data. */
@NullMarked
package dev.earshot.cli.privacy;

import org.jspecify.annotations.NullMarked;
