package dev.earshot.local.permission;

/**
 * Who signs requests.
 *
 * @param name a function's or a worker's, as refusals name it
 * @param policy what it may do
 */
public record Identity(String name, String accessKeyId, String secretAccessKey, Policy policy) {}
