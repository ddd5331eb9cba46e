"""One SQLite file: articles, what is to be done with them, what was, and what is under way.

It knows neither models nor prompts: a key stands for everything that decides an answer.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
