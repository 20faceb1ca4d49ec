/** The routes of alerts: rules, silences, webhooks, what was told and how it got there. */
@NullMarked
package dev.earshot.queryapi.alert;

import org.jspecify.annotations.NullMarked;
