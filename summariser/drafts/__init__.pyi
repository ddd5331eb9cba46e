from .draft import DraftReport as DraftReport
from .draft import check_text as check_text
