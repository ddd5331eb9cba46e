from .compare import same_name as same_name
from .compare import same_surname as same_surname
from .compare import spells_out as spells_out
from .find import find_full_names as find_full_names
from .find import find_names as find_names
from .lookup import forms as forms
from .lookup import spellings as spellings
from .words import KNOWN as KNOWN
