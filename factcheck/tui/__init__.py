"""The terminal interface: screens and widgets over the readings and acts of the workbench.

State flows down as values, events flow up as messages; widgets know no store. Data is never markup:
one function turns it into text, and control characters never reach the terminal.

Door: ``tui.door``.
May import: workbench, core, errors, paths, config
"""
