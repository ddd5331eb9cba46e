"""How the documentation is built: ``make docs``.

The source folder is the checkout itself, so that a link means the same here and on GitHub.
"""

from summariser import __version__

project = "summariser"
author = "the summariser authors"
release = __version__
root_doc = "docs/index"
include_patterns = ["docs/*.md", "README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"]
exclude_patterns = [".*", "build", "tests"]  # not looked through

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 4  # as GitHub makes them

nitpicky = True
nitpick_ignore_regex = [("py:.*", r"(?!summariser\.).*")]  # what others document stands elsewhere

html_theme = "furo"
html_title = f"summariser {release}"
html_copy_source = False
html_extra_path = ["_root"]
html_static_path: list[str] = []
