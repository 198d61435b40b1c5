"""Registers on their way into a case: what their columns mean, how their cells read, what their citations
name, how an edited one differs from the one that is here."""
