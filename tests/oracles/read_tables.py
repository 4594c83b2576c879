"""Reads exported metrics with DuckDB and holds every row against the store, as Python's own sqlite3 reads it.

Called with the store and the exported files; the last line out is JSON, {"version": DuckDB's, "rows": {FILE: N}}, and the
exit code is 1 with the first differing row where one differs. Doubles are compared by their bits.
"""

import json
import sqlite3
import struct
import sys

import duckdb

COLUMNS = "run_id, name, step, value, time_ms, kind, run_uid"


def bits(row):
    return tuple(struct.pack("<d", cell) if isinstance(cell, float) else cell for cell in row)


def read(file):
    # The kinds nan and inf look like numbers to whoever guesses a CSV column's type.
    readers = {
        "csv": "read_csv(?, types = {'kind': 'VARCHAR'})",
        "jsonl": "read_json(?)",
        "parquet": "read_parquet(?)",
    }
    source = readers[file.rsplit(".", 1)[1]]
    return duckdb.execute(f"SELECT {COLUMNS} FROM {source} ORDER BY run_id, name, step", [file]).fetchall()


def main(store, files):
    query = "SELECT v_metric.*, v_run.uid FROM v_metric JOIN v_run USING (run_id) ORDER BY run_id, v_metric.name, step"
    expected = sqlite3.connect(store).execute(query).fetchall()
    rows = {}
    for file in files:
        found = read(file)
        for a, b in zip(expected, found):
            if bits(a) != bits(b):
                sys.exit(f"{file}: {b} where the store has {a}")
        if len(found) != len(expected):
            sys.exit(f"{file}: {len(found)} rows where the store has {len(expected)}")
        rows[file] = len(found)
    print(json.dumps({"version": duckdb.__version__, "rows": rows}))


main(sys.argv[1], sys.argv[2:])
