from .article import Article as Article
from .article import Sentence as Sentence
from .files import Input as Input
from .files import read_inputs as read_inputs
from .windows import Window as Window
from .windows import cut as cut
