"""The mark of the projection that this version fills; a case with another is replayed when it is opened."""

PROJECTION = "c0ac9fd27abbeaa5fc5c8b2e48954a406ee9820aa009cf876b71df47bffe4207"
"""`schema.projection_signature()` as it is now, written down so that opening a case need not compute it.
A test compares the two, and names the new one."""
