/** Runs one TorchScript file of an assembled model folder. */
@NullMarked
package dev.earshot.djl.vision.network;

import org.jspecify.annotations.NullMarked;
