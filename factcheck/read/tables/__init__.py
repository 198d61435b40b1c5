"""Tables: CSV and TSV, workbooks, JSON, as rows one at a time and as Documents with a name for every cell.

``door`` opens any of them as a stream of rows; ``delimited_text``, ``json_text`` and ``workbook_text`` read
them as sources. What cannot be read of a table is told in its place and never mended.
"""
