"""The only place that knows SQLite: ledger, projection, search, blobs, migrations.

The ledger is append-only and every other table is its projection, which can be dropped and replayed.
One module opens connections: readers are ``query_only``, writers begin IMMEDIATE. One module holds what
a viewer may see.

Door: ``store.case`` (open a case file, read the projection, begin an act), ``store.act`` (what an act adds),
``store.creating`` (make a case file).
May import: core, errors
"""
