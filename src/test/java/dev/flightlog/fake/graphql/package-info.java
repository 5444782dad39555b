/** A small GraphQL: enough of the language to read queries as clients write them. */
@NullMarked
package dev.flightlog.fake.graphql;

import org.jspecify.annotations.NullMarked;
