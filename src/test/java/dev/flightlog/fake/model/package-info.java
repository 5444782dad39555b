/** What the simulated GitHub knows: organizations, people, repositories and what stands in them. */
@NullMarked
package dev.flightlog.fake.model;

import org.jspecify.annotations.NullMarked;
