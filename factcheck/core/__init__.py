"""What the words mean: values, rules, protocols, and the catalogue of entry kinds.

Everything here is a frozen value or a pure function, usable without a case, a terminal or a network.
The values that pass between rooms (Document, Turn, Hole, Proposal, Ranked, Report) and the protocols
(Retriever, Clock, Ids) are defined here, so that the middle rooms need not know one another.

Door: the modules themselves; each holds one idea and is imported by its own name.
May import: errors
"""
