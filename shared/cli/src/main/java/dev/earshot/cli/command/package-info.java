/** What all commands share: how they are called, and how a wrong call is told. */
@NullMarked
package dev.earshot.cli.command;

import org.jspecify.annotations.NullMarked;
