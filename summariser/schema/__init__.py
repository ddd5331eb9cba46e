"""What a summary consists of, its JSON schema, and how it came about: data only.

What is shown of it, and whether it is borne out, is known elsewhere: see `views` and `checks`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
