"""Where a figure's source can be read: its address, pointing at the sentence where that is sure."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from figures.records import Figure

# Country codes that stand for a language in the addresses of news sites.
_LANGUAGES = {"ua": "uk", "en": "en", "ru": "ru", "uk": "uk", "de": "de", "fr": "fr", "pl": "pl", "es": "es"}
_LONG = 12
_END = 6


def source_address(figure: Figure) -> str:
    """The address of the source, with a text fragment unless it names a page in another language.

    >>> source_address(Figure(url="https://ua.example.org/1", quote="It is 2%.", language="en"))
    'https://ua.example.org/1'
    >>> source_address(Figure(url="https://example.org/1", quote="It is 2%.", language="en"))
    'https://example.org/1#:~:text=It%20is%202%25.'
    >>> source_address(Figure(quote="It is 2%."))
    ''
    """
    if not figure.url or not figure.quote or "#" in figure.url:
        return figure.url
    if page_language(figure.url) not in ("", figure.language):
        return figure.url
    words = figure.quote.split()
    ends = [words] if len(words) <= _LONG else [words[:_END], words[-_END:]]
    return f"{figure.url}#:~:text={','.join(_encoded(' '.join(end)) for end in ends)}"


def page_language(url: str) -> str:
    """The language that an address names in its host or first folder; empty where it names none.

    >>> page_language("https://en.interfax.example/news"), page_language("https://example.org/uk/1")
    ('en', 'uk')
    >>> page_language("https://www.example.com/news")
    ''
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").split(".")[0]
    folder = re.match(r"/([a-z]{2})(?:-[a-z]{2})?(?:/|$)", parts.path)
    return _LANGUAGES.get(host, "") or (_LANGUAGES.get(folder[1], "") if folder else "")


def is_web(url: str) -> bool:
    """Whether an address may stand in a link.

    >>> is_web("https://example.org"), is_web("javascript:alert(1)")
    (True, False)
    """
    return urlsplit(url).scheme in ("http", "https")


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
