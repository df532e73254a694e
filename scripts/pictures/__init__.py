"""What `scripts/measure_pictures.py` measures drawn pictures by: one module for each measure, its judges and its table.

Every measure is a function of a `Sitter` that gives numbers by name, so that whoever works at one thing can call it
alone. Judges are networks the puppet is not fitted by. Those of them that may not be used commercially are read from
the model store where somebody put them; the program itself has no use for them.
"""
