"""One government, all its reports: what only becomes visible over more than two of them.

Each module takes reports as read, and links as `tongbi.link` found them, and gives frozen values of its own.
"""
