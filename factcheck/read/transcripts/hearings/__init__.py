"""Hearings, the Congressional Record, unofficial House transcripts and press briefings, as turns.

``hearing``, ``record`` and ``briefing`` are layouts, ``oral_evidence`` is the British form of a hearing;
``congress`` tells which a text is. ``labels`` and ``who`` say who speaks, ``sittings`` and ``speech`` where
speech is, ``roles`` what each turn does in the exchange.
"""
