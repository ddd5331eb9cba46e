from .merging import merge as merge
from .merging import merge_fields as merge_fields
from .session import Replies as Replies
from .session import Session as Session
from .settings import OnUnsupported as OnUnsupported
from .settings import Settings as Settings
from .window import Reader as Reader
from .window import Reading as Reading
