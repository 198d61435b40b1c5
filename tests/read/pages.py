"""Pages for the tests of the readers, and a second opinion on what a page shows."""

from html.parser import HTMLParser

ARTICLE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Senator denied meeting envoy | The Ledger</title>
<meta property="og:title" content="Senator denied meeting envoy">
<meta property="og:site_name" content="The Daily Ledger">
<link rel="canonical" href="https://www.ledger.example/2017/03/01/senator.html">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Other words",
"datePublished": "2017-03-01T20:30:00-05:00",
"author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "Zo\u00eb Doe"}]}]}</script>
<style>p { color: red }</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav></header>
<main><article><h1>Senator denied meeting envoy</h1>
<p>WASHINGTON &mdash; The senator spoke twice last year with the envoy&rsquo;s staff, officials said,
encounters he did not disclose when asked at his confirmation hearing.</p>
<!-- An editor's remark that nobody should see. -->
<p>&ldquo;I did <em>not</em> have communications with them,&rdquo; he told the committee on Jan.&nbsp;10.
The committee <a href="x">asked again</a> in writing &#8212; and he answered &#x201C;No.&#x201D;</p>
<p>No.</p>
<h2>Two meetings</h2>
<p>One of the meetings was a private conversation in September in the senator's office, at the height of the
campaign.<br><br>A second took place at a convention in July, according to a diary kept by an aide.</p>
<table><tr><th>Date</th><th>Place</th></tr><tr><td>July 18</td><td>Cleveland</td></tr></table>
<p>The White House learned of the meetings from the newspaper's report, an official said on Wednesday.</p>
</article></main>
<section class="comments"><h2>Comments</h2><p>reader1: Nobody should believe a word of it.</p></section>
<p style="display: none">Words that the page hides.</p>
<footer><p>&copy; 2017 The Daily Ledger. All rights reserved.</p></footer>
<script>document.write("evil")</script></body></html>
"""

ARTICLE_TEXT = """\
Senator denied meeting envoy

WASHINGTON — The senator spoke twice last year with the envoy’s staff, officials said, encounters he did not \
disclose when asked at his confirmation hearing.

“I did not have communications with them,” he told the committee on Jan.\u00a010. The committee asked again \
in writing — and he answered “No.”

No.

Two meetings

One of the meetings was a private conversation in September in the senator's office, at the height of the \
campaign.

A second took place at a convention in July, according to a diary kept by an aide.

Date\tPlace

July 18\tCleveland

The White House learned of the meetings from the newspaper's report, an official said on Wednesday."""

HEARING = """\
<html>
<title> - THE NOMINATION OF JOHN STONE</title>
<body><pre>
[Senate Hearing 115-207]
[From the U.S. Government Publishing Office]

                                                        S. Hrg. 115-207

    Mr. STONE. I did not have communications with them, S&P;
and &lt;no one&gt; asked <a href="https://www.gpo.gov">me</a>.

<GRAPHIC(S) NOT AVAILABLE IN TIFF FORMAT>

<bullet> Mr. FRANK. No.
                                 <all>

</pre></body></html>
"""

NOT_SHOWN = {"script", "style", "title", "template", "noscript", "head"}


class Shown(HTMLParser):
    """The visible characters of a well-formed page, by the parser of the standard library."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.skipped: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NOT_SHOWN:
            self.skipped.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipped and self.skipped[-1] == tag:
            self.skipped.pop()

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.pieces.append(data)


def occurs_in_order(text: str, page: str) -> bool:
    """Whether every run of the text without white space stands in the page's visible text, in order."""
    shown, at = "".join(Shown(page).pieces), 0
    for run in text.split():
        at = shown.find(run, at)
        if at < 0:
            return False
        at += len(run)
    return True
