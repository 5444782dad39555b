/** Pages of the simulated GitHub for people: issues, discussions, pull requests, checks and files. */
@NullMarked
package dev.flightlog.fake.page;

import org.jspecify.annotations.NullMarked;
