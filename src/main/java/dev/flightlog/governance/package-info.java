/** The governance repository of an organization: where it is, the policy in force, and who may do what. */
@NullMarked
package dev.flightlog.governance;

import org.jspecify.annotations.NullMarked;
