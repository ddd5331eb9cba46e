from .index import Index as Index
from .verify import examine as examine
from .verify import verify as verify
from .verify import verify_again as verify_again
from .verify import verify_item as verify_item
from .verify import verify_prose as verify_prose
from .whose import note_whose_figures as note_whose_figures
