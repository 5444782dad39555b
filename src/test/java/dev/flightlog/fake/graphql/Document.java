package dev.flightlog.fake.graphql;

import java.util.List;
import java.util.Map;

/** A parsed request: its operation and the fragments that it uses. */
public record Document(boolean mutation, List<Selection> selections, Map<String, Selection.OnType> fragments) {}
