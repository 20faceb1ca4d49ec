/** How AWS is called: clients, retries, parallel calls and what a failure means. */
@NullMarked
package dev.earshot.aws.client;

import org.jspecify.annotations.NullMarked;
