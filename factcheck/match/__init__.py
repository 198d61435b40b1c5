"""How well an event fits a claim, and why: scores, ranks, reasons in words, and which words of both match;
and where the passages of one text stand in another.

Everything here is a pure function of values from the core: no case, no index. Whoever has candidates, from a
case or from a file, ranks them with the same scoring function.

Door: ``score`` and ``ranked`` in ``scoring``; ``matched`` in ``marking``; ``reanchored`` in ``reanchoring``;
``changes`` in ``differing``; ``turned`` in ``turning``; ``sketch`` and ``share`` in ``sketches``.
May import: core, errors
"""
