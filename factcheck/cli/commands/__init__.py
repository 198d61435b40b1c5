"""The commands, gathered by what a person is doing. Each is ``NAME_command``; ``program`` holds the table.

What only some commands need is imported inside them, so that help and mistakes are answered at once.
"""
