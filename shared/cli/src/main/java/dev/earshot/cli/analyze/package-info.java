/** The command that analyses files on this machine, with the pipeline's code and no service. */
@NullMarked
package dev.earshot.cli.analyze;

import org.jspecify.annotations.NullMarked;
