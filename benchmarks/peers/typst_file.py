"""The brief by Typst, through its Python binding."""

import sys

import typst

typst.compile(f"{sys.argv[1]}/brief.typ", output=sys.argv[2])
