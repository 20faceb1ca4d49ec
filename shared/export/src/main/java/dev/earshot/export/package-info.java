/** Files for use elsewhere: JSON lines, tables for spreadsheets, Parquet. */
@NullMarked
package dev.earshot.export;

import org.jspecify.annotations.NullMarked;
