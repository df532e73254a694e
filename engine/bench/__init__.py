"""How quick everything is on this machine."""
