/** What all commands share: types of option values, help, and how failures are reported. */
@NullMarked
package dev.earshot.cli.command;

import org.jspecify.annotations.NullMarked;
