"""The brief by Typst, through its Python binding; a third argument is a folder of fonts."""

import sys

import typst

typst.compile(f"{sys.argv[1]}/brief.typ", output=sys.argv[2], font_paths=sys.argv[3:])
