/** Contracts and fakes of people's requests and of the marks of those who are gone. */
@NullMarked
package dev.earshot.testkit.privacy;

import org.jspecify.annotations.NullMarked;
