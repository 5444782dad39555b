/** Signing in and out, and the person's own account: sessions and access tokens. */
@NullMarked
package dev.flightlog.web.account;

import org.jspecify.annotations.NullMarked;
