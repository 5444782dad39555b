#!/usr/bin/env python3
"""Writes the generated part of data.md (below its marker) from the comments in the migrations. Run by hand after a migration."""
import pathlib
import re

HERE = pathlib.Path(__file__).parent
MARKER = "<!-- Below: written by data-tables.py from the SQL comments. -->"
SQL = "\n".join(f.read_text() for f in sorted((HERE / "../main/resources/db/migration").glob("V*.sql")))


def text(quoted):
    return quoted.replace("''", "'").replace("|", "\\|")


def comments(kind):
    found = re.finditer(r"comment on " + kind + r" ([\w.]+) is '((?:[^']|'')*)'", SQL)
    return {m.group(1): text(m.group(2)) for m in found}


TABLES, VIEWS, COLUMNS = comments("table"), comments("view"), comments("column")


def table_columns(name):
    body = re.search(r"create (?:unlogged )?table (?:if not exists )?" + re.escape(name) + r" \((.*?)\n\)", SQL, re.S).group(1)
    rows = []
    for line in body.splitlines():
        m = re.match(r"\s*,?\s*(\w+)\s+([a-z]+(?:\([\d, ]+\))?(?:\[\])?)(.*)", line)
        if m and m.group(1) not in ("constraint", "or", "case", "when", "else"):
            nullable = "not null" not in m.group(3) and "generated always" not in m.group(3)
            rows.append((m.group(1), m.group(2) + (", may be null" if nullable else "")))
    for m in re.finditer(r"alter table " + re.escape(name) + r"\s+add column (\w+)\s+([a-z]+(?:\([\d, ]+\))?(?:\[\])?)([^;,]*)", SQL):
        rows.append((m.group(1), m.group(2) + ("" if "not null" in m.group(3) else ", may be null")))
    return rows


def view_columns(name):
    own = [c.rsplit(".", 1)[1] for c in COLUMNS if c.startswith(name + ".")]
    shared = re.findall(r"'(\w+)', '(\w+)'\)", SQL)
    first = [c for c in own if c in ("org", "login", "team")]
    rest = [c for c in own if c not in first]
    behind = [t for view, t in shared if "flightlog." + view == name]
    body = re.search(r"create view " + re.escape(name) + r" as\n(.*?);", SQL, re.S).group(1)
    said = {c: COLUMNS[name + "." + c] for c in own}
    middle = []
    for t in behind:
        whole = re.search(r"\w\.\*", body) and t == behind[-1] if name != "flightlog.org_days" else t == "usage_day"
        for c, _ in columns_of(t):
            if c not in said and (whole or re.search(r"report\." + c + r"\b", body)):
                said[c] = COLUMNS.get(t + "." + c, "")
                middle.append(c)
    order = first + sorted(middle, key=lambda c: not any(c == k for k, _ in columns_of(behind[-1]))) + rest if behind else own
    return [(c, said[c]) for c in order]


def columns_of(relation):
    if relation in TABLES:
        return table_columns(relation)
    return [(c.rsplit(".", 1)[1], "") for c in COLUMNS if c.startswith(relation + ".")]


def of_table(name):
    rows = "".join(f"| `{c}` | {kind} | {COLUMNS[name + '.' + c]} |\n" for c, kind in table_columns(name))
    return f"### `{name}`\n{TABLES[name]}\n\n| column | type | meaning |\n| --- | --- | --- |\n{rows}\n"


def of_view(name):
    rows = "".join(f"| `{c}` | {said} |\n" for c, said in view_columns(name))
    return f"### `{name}`\n{VIEWS[name]}\n\n| column | meaning |\n| --- | --- |\n{rows}\n"


def main():
    stable = [v for v in VIEWS if v.startswith("flightlog.")]
    inner = [v for v in VIEWS if not v.startswith("flightlog.")]
    parts = ["## The views\n\n", *map(of_view, stable), "## The tables behind them\n\n", *map(of_table, TABLES)]
    parts += ["## Views between the two\n\n", *map(of_view, inner)]
    page = HERE / "data.md"
    page.write_text(page.read_text().split(MARKER)[0] + MARKER + "\n\n" + "".join(parts).rstrip() + "\n")


main()
