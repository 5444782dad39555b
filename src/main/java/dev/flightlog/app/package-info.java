/** Starts the server and wires it: routing of events, the timetable, recurring jobs, operator's commands, metrics. Nothing imports this package. */
@NullMarked
package dev.flightlog.app;

import org.jspecify.annotations.NullMarked;
