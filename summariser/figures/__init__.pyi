from .figures import Figure as Figure
from .figures import Reading as Reading
from .figures import find_figures as find_figures
from .figures import find_sums as find_sums
from .tokens import may_state_figures as may_state_figures
from .vocabulary import is_country as is_country
from .vocabulary import is_currency as is_currency
from .vocabulary import knows_currency as knows_currency
