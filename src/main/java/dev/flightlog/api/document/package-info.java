/** The OpenAPI document of the published API. */
@NullMarked
package dev.flightlog.api.document;

import org.jspecify.annotations.NullMarked;
