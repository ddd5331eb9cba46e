from .article import Article as Article
from .article import Sentence as Sentence
from .files import Input as Input
from .files import how_many as how_many
from .files import read_inputs as read_inputs
from .given import article_of as article_of
from .windows import Window as Window
from .windows import cut as cut
