"""One module for each file format of a rig."""
