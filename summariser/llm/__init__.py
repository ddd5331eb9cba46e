"""The only floor that knows openai and instructor: asking a model, within bounds, and what it said.

One retry policy, one limit of what is under way, record and replay.  What is asked about, and what
becomes of the answer, is not known here: see `reading`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
