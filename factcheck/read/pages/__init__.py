"""Printed pages: words by their position on paper, to a text in reading order with page and line marks.

``pdfium`` takes the words of a PDF page off the file, ``factcheck.read.ocr`` those that Tesseract sees in an
image; both give a ``Sheet`` of runs. What follows never asks where the words came from: ``condensed`` tells
logical pages apart, ``numbered`` finds line-number columns, ``page_numbers`` and ``furniture`` what is
printed around the words, ``order`` reads columns, ``compose`` writes the text, its marks and what was left
out.
``apart`` does all this in a process of its own, since a hostile PDF can crash, hang or bloat its reader.
"""
