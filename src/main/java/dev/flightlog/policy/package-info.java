/** The policy file: parse, validate, explain and compare it; knows no clock, database or GitHub. */
@NullMarked
package dev.flightlog.policy;

import org.jspecify.annotations.NullMarked;
