"""Printed pages: words by their position on paper, to a text in reading order with page and line marks.

``pdfium`` takes a PDF's pages off the file (``words`` what is written on them, ``shapes`` what else they
hold), ``factcheck.read.ocr`` the words that Tesseract sees in an image; both give a ``Sheet`` of runs. What
follows never asks where the words came from: ``condensed`` tells logical pages apart, ``numbered`` finds
line-number columns, ``page_numbers`` and ``furniture`` what is printed around the words, ``order`` reads
columns, ``compose`` writes the text, its marks and what was left out.
``apart`` has all this done in a process of its own, whose inner end is ``child``.
"""
