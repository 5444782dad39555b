@NullMarked
package dev.flightlog.web;

import org.jspecify.annotations.NullMarked;
