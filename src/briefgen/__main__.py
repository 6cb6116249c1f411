"""`python -m briefgen` is the command."""

from briefgen.cli import main

main(prog_name="briefgen")
