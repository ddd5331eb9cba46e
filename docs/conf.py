"""How the documentation is built: ``make docs``.

The source folder is the checkout itself, so that a link means the same here and on GitHub.
"""

from __future__ import annotations

from shutil import copy2
from typing import TYPE_CHECKING, Any, get_type_hints

from pydantic import BaseModel
from sphinx.ext.napoleon import Config, GoogleDocstring
from sphinx.pycode import ModuleAnalyzer

import summariser

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "summariser"
author = "the summariser authors"
release = summariser.__version__
root_doc = "docs/index"
include_patterns = ["docs/*.md", "README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"]
exclude_patterns = [".*", "build", "tests"]  # not looked through

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 4  # as GitHub makes them

default_role = "py:obj"
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(?!summariser\.).*"),  # what others document stands elsewhere
    ("py:.*", r".*\.(S|_\w+)"),  # a type variable, and what is nobody's business
]

add_module_names = False
autodoc_default_options = {"undoc-members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
maximum_signature_line_length = 80
python_display_short_literal_types = True

html_theme = "furo"
html_title = f"summariser {release}"
html_copy_source = False
html_show_copyright = False
html_use_index = False  # the search finds more
html_show_search_summary = False  # which a page that is opened from disk may not fetch
html_extra_path = ["_root"]
html_static_path = ["_static"]
html_css_files = ["site.css"]
pygments_dark_style = "a11y-high-contrast-dark"


def setup(app: Sphinx) -> None:
    """Models are shown as those who read their fields need them."""
    things = [getattr(summariser, name) for name in summariser.__all__]
    for model in {each for thing in things for each in getattr(thing, "__mro__", ())}:
        if issubclass(model, BaseModel) and model is not BaseModel:
            prepare(model)
    app.connect("autodoc-skip-member", is_of_pydantic)
    app.connect("autodoc-process-signature", without_fields)
    app.connect("autodoc-process-docstring", read_sections)
    app.connect("build-finished", copy_pictures)


def copy_pictures(app: Sphinx, _error: Exception | None) -> None:
    """README shows one of two, as light or dark is wished for: HTML, which Sphinx leaves alone."""
    for picture in (app.srcdir / "docs").glob("*.webp"):
        copy2(picture, app.outdir / "docs")


def prepare(model: type[BaseModel]) -> None:
    """Leave of a model's annotations the types; what the model is told of a field describes it."""
    types = get_type_hints(model)
    model.__annotations__ = {name: types[name] for name in model.__annotations__}
    analyzer = ModuleAnalyzer.for_module(model.__module__)
    analyzer.analyze()
    for name in model.__annotations__.keys() & model.model_fields.keys():
        if told := model.model_fields[name].description:
            analyzer.attr_docs.setdefault((model.__name__, name), [told, ""])


def is_of_pydantic(_app: Sphinx, _what: str, name: str, *_rest: Any) -> bool | None:
    """Whether a member is pydantic's business, which has a documentation of its own."""
    return name.startswith("model_") or None


def without_fields(
    _app: Sphinx, _what: str, _name: str, thing: Any, *_rest: Any
) -> tuple[str, None] | None:
    """What makes a model are its fields, which stand below it."""
    return ("", None) if isinstance(thing, type) and issubclass(thing, BaseModel) else None


def read_sections(
    _app: Sphinx, what: str, _name: str, _thing: Any, _options: Any, lines: list[str]
) -> None:
    """As sphinx.ext.napoleon does, which takes any word of a property before a colon for a type."""
    if what not in ("attribute", "property"):
        lines[:] = GoogleDocstring(lines, Config(napoleon_use_ivar=True), what=what).lines()
