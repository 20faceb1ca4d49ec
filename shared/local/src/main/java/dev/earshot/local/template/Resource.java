package dev.earshot.local.template;

import java.util.Map;

/** One resource as the template spells it, its functions not yet evaluated. */
record Resource(String id, String type, Map<String, Object> properties) {}
