/**
 * Works on jobs: takes them, does them in steps that survive a crash, shares a worker among them.
 */
@NullMarked
package dev.earshot.usecase.job;

import org.jspecify.annotations.NullMarked;
