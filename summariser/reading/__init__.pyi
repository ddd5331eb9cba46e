from .merging import merge as merge
from .merging import merge_fields as merge_fields
from .window import OnUnsupported as OnUnsupported
from .window import Reader as Reader
from .window import Reading as Reading
from .window import Replies as Replies
