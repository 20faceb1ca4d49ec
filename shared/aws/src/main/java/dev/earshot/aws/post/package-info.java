/** Posts in the table: the ledger's transactions, counts and their compaction, texts and queues. */
@NullMarked
package dev.earshot.aws.post;

import org.jspecify.annotations.NullMarked;
