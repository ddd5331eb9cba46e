"""Facts one can check, from news about a summit.

>>> from summariser import Article, Summariser, recorded
>>> article = Article.from_text("Стороны подписали договор на 2,5 млрд. долларов.")
>>> article.language
'ru'

``Summariser(model=…).summarise(article)`` asks a model; ``with recorded(…):`` replays its answer.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
