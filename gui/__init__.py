"""The editor's windows. Only here is Qt imported; everything an edit needs is in engine/."""
