package dev.earshot.local.template;

import java.util.Map;

/** One resource as written in the template, with its functions not yet evaluated. */
record Resource(String id, String type, Map<String, Object> properties) {}
