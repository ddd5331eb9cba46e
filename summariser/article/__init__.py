"""Articles: from texts, files and web pages, in numbered sentences and in windows of them.

What an article is stays as it was given; what one asks about it, and what one is told, is not known
here.
"""

from .article import Article, Sentence
from .files import Input, read_inputs
from .windows import Window, cut

__all__ = [
    "Article",
    "Input",
    "Sentence",
    "Window",
    "cut",
    "read_inputs",
]
