/** A small leaf over Micronaut Data JDBC: transactions, statements with typed parameters and rows, {@code COPY}. */
@NullMarked
package dev.flightlog.database;

import org.jspecify.annotations.NullMarked;
