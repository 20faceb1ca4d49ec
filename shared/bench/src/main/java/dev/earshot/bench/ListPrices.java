package dev.earshot.bench;

/**
 * List prices of us-east-1 in US dollars, without free tiers and discounts. AWS's pages: <a
 * href="https://aws.amazon.com/lambda/pricing/">Lambda</a> (x86), <a
 * href="https://aws.amazon.com/dynamodb/pricing/on-demand/">DynamoDB on demand</a>, <a
 * href="https://aws.amazon.com/sqs/pricing/">SQS</a>, <a
 * href="https://aws.amazon.com/s3/pricing/">S3</a>, <a
 * href="https://aws.amazon.com/cloudwatch/pricing/">CloudWatch Logs</a>, <a
 * href="https://aws.amazon.com/comprehend/pricing/">Comprehend</a>. SQS and logs were compared in
 * November 2026 with two readings of these pages by others, of <a
 * href="https://cloudburn.io/blog/amazon-sqs-pricing">March</a> and <a
 * href="https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/">June</a>
 * 2026; S3's put with <a
 * href="https://www.cloudkaramchari.com/blog/understanding-per-1000-put-copy-post-or-list-requests-in-amazon-s3-pricing/">one</a>
 * without a date. AWS's own pages could not be read from where this was written.
 */
final class ListPrices {
    static final double LAMBDA_GB_SECOND = 0.0000166667;
    static final double LAMBDA_REQUEST = 0.20 / 1e6;
    static final double WRITE_UNIT = 0.625 / 1e6;
    static final double READ_UNIT = 0.125 / 1e6;
    static final double SQS_REQUEST = 0.40 / 1e6;
    static final double S3_PUT = 0.005 / 1_000;
    static final double LOG_GIGABYTE = 0.50;

    /** Sentiment of a post: at least three units of 100 characters at $0.0001. */
    static final double COMPREHEND_POST = 3 * 0.0001;

    private ListPrices() {}
}
