"""Sliders, knobs and the panel that builds itself from a table of controls."""
