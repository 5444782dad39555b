/** Pages of usage: the organization's week and history, teams, repositories, and their downloads. */
@NullMarked
package dev.flightlog.web.usage;

import org.jspecify.annotations.NullMarked;
