"""The command line: arguments in, acts and readings of the workbench out, as lines or as JSON.

One module owns standard output, one owns standard error and exit codes. No plain command loads the
interface; only opening a case in a terminal does, through ``tui.door``.

Door: ``cli.main.main``.
May import: workbench, core, errors, paths, config, tui
"""
