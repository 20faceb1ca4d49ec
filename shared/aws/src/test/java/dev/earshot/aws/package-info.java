/** The adapters against DynamoDB Local, S3Proxy, ElasticMQ and, where Docker is, LocalStack. */
@NullMarked
package dev.earshot.aws;

import org.jspecify.annotations.NullMarked;
