"""Everything that outlives a window: the session, the document, the engine's thread. No widgets."""
