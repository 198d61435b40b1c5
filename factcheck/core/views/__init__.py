"""What readings give to faces and reports: plain frozen values, already filtered for the viewer; a module a
subject, so that what shows a list need not wait for all that a report needs.

Everything here is data from the case; faces must show it as data, never as markup.
"""
