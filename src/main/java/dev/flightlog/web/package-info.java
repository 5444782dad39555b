/** The pages: values from the same stores and decisions as posts and commands, worded by typed templates. */
@NullMarked
package dev.flightlog.web;

import org.jspecify.annotations.NullMarked;
