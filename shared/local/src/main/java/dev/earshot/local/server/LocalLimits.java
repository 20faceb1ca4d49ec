package dev.earshot.local.server;

import org.elasticmq.Limit;
import org.elasticmq.Limits;
import org.elasticmq.RangeLimit;
import org.elasticmq.RelaxedSQSLimits$;
import org.elasticmq.StrictSQSLimits$;

import scala.collection.immutable.List;
import scala.math.BigDecimal;

/**
 * SQS's own limits, except for the body of a message: its size and characters are not checked, so
 * that tests can see the consuming function park messages that SQS itself would refuse.
 */
final class LocalLimits implements Limits {
    private final Limits strict = StrictSQSLimits$.MODULE$;
    private final Limits relaxed = RelaxedSQSLimits$.MODULE$;

    @Override
    public Limit<Object> queueNameLengthLimit() {
        return strict.queueNameLengthLimit();
    }

    @Override
    public Limit<Object> batchSizeLimit() {
        return strict.batchSizeLimit();
    }

    @Override
    public Limit<RangeLimit<Object>> numberOfMessagesLimit() {
        return strict.numberOfMessagesLimit();
    }

    @Override
    public Limit<Object> nonEmptyAttributesLimit() {
        return strict.nonEmptyAttributesLimit();
    }

    @Override
    public Limit<List<RangeLimit<Object>>> bodyValidCharactersLimit() {
        return relaxed.bodyValidCharactersLimit();
    }

    @Override
    public Limit<RangeLimit<BigDecimal>> numberAttributeValueLimit() {
        return strict.numberAttributeValueLimit();
    }

    @Override
    public Limit<RangeLimit<Object>> messageWaitTimeLimit() {
        return strict.messageWaitTimeLimit();
    }

    @Override
    public Limit<Object> maxMessageLength() {
        return relaxed.maxMessageLength();
    }

    @Override
    public Limit<Object> messageAttributesLimit() {
        return strict.messageAttributesLimit();
    }
}
