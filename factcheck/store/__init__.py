"""The only place that knows SQLite: ledger, projection, search, blobs, migrations.

The ledger is append-only and every other table is its projection, which can be dropped and replayed.
One module opens connections: readers are ``query_only``, writers begin IMMEDIATE. One module holds what
a viewer may see.

Door: ``store.case`` (open, create and copy a case file; append an act; read the projection).
May import: core, errors
"""
