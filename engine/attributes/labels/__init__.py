"""Labels of generated faces, from which directions are fitted."""
