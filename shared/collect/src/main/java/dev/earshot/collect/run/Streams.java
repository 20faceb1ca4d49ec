package dev.earshot.collect.run;

import dev.earshot.collect.source.SourceSpec;
import dev.earshot.core.brand.Brand;

import java.util.List;

/** Which lists and logs a source consists of. Thread-safe. */
@FunctionalInterface
public interface Streams {
    /**
     * A source's lists and logs; none if its brands give nothing to ask for.
     *
     * @throws dev.earshot.core.FieldException if a target is not one of its kind
     */
    List<Stream> of(SourceSpec source, List<Brand> brands);
}
