/**
 * The roles of the template, enforced as AWS would: which calls a function makes of which services,
 * and whether its role allows them.
 */
@org.jspecify.annotations.NullMarked
package dev.earshot.local.permission;
