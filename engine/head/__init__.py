"""The parametric head: mesh, shape and expression targets, fit to landmarks, rendering."""
