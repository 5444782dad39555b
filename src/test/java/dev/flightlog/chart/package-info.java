/** Holds the Helm chart against the real Helm engine and the typed models of Kubernetes. */
@NullMarked
package dev.flightlog.chart;

import org.jspecify.annotations.NullMarked;
