"""The project file and the recovery of unsaved work."""
