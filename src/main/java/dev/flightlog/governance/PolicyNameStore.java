package dev.flightlog.governance;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The accounts that the names in each organization's policy mean. */
@Singleton
class PolicyNameStore {
    private final Database database;

    PolicyNameStore(Database database) {
        this.database = database;
    }

    /** GitHub's id for each name whose account is known. */
    Map<PolicyName, Long> of(long org) {
        Map<PolicyName, Long> bound = new HashMap<>();
        database.each(
                "select kind, name, account_id from policy_name where org_id = ?",
                row -> Map.entry(
                        new PolicyName(PolicyName.Kind.of(row.text("kind")), row.text("name")),
                        row.number("account_id")),
                entry -> bound.put(entry.getKey(), entry.getValue()),
                org);
        return bound;
    }

    void bind(long org, Map<PolicyName, Long> accounts, Instant now) {
        accounts.forEach(
                (name, account) -> database.update("""
                    insert into policy_name (org_id, kind, name, account_id, bound_at) values (?, ?, ?, ?, ?)
                    on conflict (org_id, kind, name) do nothing
                    """, org, name.kind().word(), name.name(), account, now));
    }

    void forget(long org, Collection<PolicyName> names) {
        names.forEach(name -> database.update(
                "delete from policy_name where org_id = ? and kind = ? and name = ?",
                org,
                name.kind().word(),
                name.name()));
    }
}
