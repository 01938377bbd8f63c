# SPDX-License-Identifier: Apache-2.0
"""Pages as sites of the news make them, with a report of our own on each."""

from __future__ import annotations

TITLE = "Ministers agree to reopen the crossing at Vesk"
STANDFIRST = "The bridge has been shut since the floods of February."
PARAGRAPHS = (
    "VESK, March 12 (Harbour Times) – The foreign ministers of the two neighbouring states agreed on Tuesday to reopen the "
    "border crossing at Vesk, officials said.",
    "“The border will open on Friday,” Foreign Minister Ilse Marten told reporters after the talks.",
    "Her counterpart, Pavel Dorin, said by phone that more than 400 lorries had been waiting for two weeks.",
    "The two governments last spoke on 18 February, the ministry of transport said in a statement.",
)
ADDRESS = "https://harbourtimes.example/2024/03/12/crossing"

_NAVIGATION = (
    '<nav><ul><li><a href="/">Home</a></li>'
    '<li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
)
_FOOTER = "<footer><p>© 2026 Harbour Media. All rights reserved.</p></footer>"


def page(
    *,
    head: str = "",
    before: str = f"<h1>{TITLE}</h1>",
    body: str | None = None,
    after: str = "",
    title: str = f"{TITLE} – The Harbour Times",
    outside: str = "",
) -> str:
    """Return a page of HTML5 with a report in it."""
    told = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{title}</title>{head}</head>\n<body><header>{_NAVIGATION}</header>{outside}'
        f"<main><article>{before}\n{told}\n{after}</article></main>{_FOOTER}</body></html>"
    )


LINKED_DATA = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    f'"headline": "{TITLE}", "datePublished": "2024-03-12T23:30:00-05:00", "dateModified": "2024-03-14T08:30:00Z", '
    '"author": [{"@type": "Person", "name": "Ana Petrov"}, {"@type": "Person", "name": "Jan Oor"}], '
    '"publisher": {"@type": "Organization", "name": "The Harbour Times"}}</script>'
)

# The ways in which systems lay a page out: each has all of PARAGRAPHS, and nothing of the frame may come with them.
LAYOUTS = {
    "article": page(head='<meta charset="utf-8">'),
    "headline outside": page(before="", outside=f"<div class='top'><h1>{TITLE}</h1></div>"),
    "no headline": page(before=""),
    "linked data": page(head=LINKED_DATA),
    "standfirst and byline": page(
        before=f'<h1>{TITLE}</h1><p class="standfirst">{STANDFIRST}</p><p class="byline">By '
        '<a rel="author" href="/ana">Ana Petrov</a>'
        ' <time datetime="2024-03-12T08:30:00Z">12 March 2024</time></p>'
    ),
    "picture": page(
        before=f"<h1>{TITLE}</h1><figure><img src=x.jpg>"
        "<figcaption>The bridge at Vesk. Photograph: Jan Oor/Harbour Times</figcaption></figure>"
    ),
    "blog": (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><div id=content><div class='post hentry'>"
        f"<h2 class=entry-title>{TITLE}</h2><div class=entry-content>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</div></div>"
        f"<div id=sidebar><ul><li><a href=/a>Archives</a></li></ul></div></div></body></html>"
    ),
    "tables of old": (
        f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF=/>Home</A></TD><TD><H1>{TITLE}</H1>"
        + "".join(f"<P>{paragraph}\n" for paragraph in PARAGRAPHS)
        + "</TD></TR></TABLE></BODY></HTML>"
    ),
    "line breaks": page(body="<div>" + "<br><br>".join(PARAGRAPHS) + "</div>"),
    "soup": (
        f"<html><body><h1>{TITLE}</h2><div><p>"
        + "<p>".join(PARAGRAPHS)
        + "</b></span><div><i></body></p></html></div>trailing"
    ),
}
