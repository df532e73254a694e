"""The picture being edited: photo, frames, marks, view."""
