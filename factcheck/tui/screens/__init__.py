"""The screens that exist, and what every screen shares."""
