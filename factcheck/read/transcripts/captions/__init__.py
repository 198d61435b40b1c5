"""Captions as turns: who speaks, as far as a caption says so. Never the source of a verbatim quotation."""
