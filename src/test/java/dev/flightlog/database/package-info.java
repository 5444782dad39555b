/** What the database leaf says and does when Postgres is not as it should be. */
@NullMarked
package dev.flightlog.database;

import org.jspecify.annotations.NullMarked;
