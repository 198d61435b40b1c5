"""The mark of the projection that this version fills; a case with another is replayed when it is opened."""

PROJECTION = "0661d20538d1635f5ff6886ccc5402709f55fa9be1139de3f1b71dbf51404a6e"
"""`schema.projection_signature()` as it is now, written down so that opening a case need not compute it.
A test compares the two, and names the new one."""
