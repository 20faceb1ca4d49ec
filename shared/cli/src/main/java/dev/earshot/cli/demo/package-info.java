/**
 * The demonstration: a sample sent through the embedded cloud, and what the API answers about it.
 */
@NullMarked
package dev.earshot.cli.demo;

import org.jspecify.annotations.NullMarked;
