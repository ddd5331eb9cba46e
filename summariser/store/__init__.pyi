from .batches import ANSWERED as ANSWERED
from .batches import Entry as Entry
from .batches import Ledger as Ledger
from .batches import Question as Question
from .leases import BATCHES as BATCHES
from .store import Row as Row
from .store import Store as Store
from .store import Stored as Stored
