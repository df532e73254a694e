"""Drawing a deformed puppet, with and without OpenGL."""
