"""How well an event fits a claim, and why: scores, ranks, reasons in words, and which words of both match.

Everything here is a pure function of values from the core: no case, no index. Whoever has candidates, from a
case or from a file, ranks them with the same scoring function.

Door: ``score`` and ``ranked`` in ``scoring``; ``matched`` in ``marking``.
May import: core, errors
"""
