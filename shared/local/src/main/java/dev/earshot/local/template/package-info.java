/**
 * Reading {@code template.yaml}: CloudFormation's tags, intrinsic functions and typed resources.
 */
@NullMarked
package dev.earshot.local.template;

import org.jspecify.annotations.NullMarked;
