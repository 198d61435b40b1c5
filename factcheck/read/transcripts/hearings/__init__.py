"""Hearings, the Congressional Record, unofficial House transcripts and press briefings, as turns.

``hearing``, ``record`` and ``briefing`` are layouts; ``congress`` tells which a text is. ``labels`` and
``who`` say who speaks, ``sittings`` and ``speech`` where speech is, ``roles`` what each turn does in the
exchange.
"""
