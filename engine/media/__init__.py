"""Films read and written, through PyAV (FFmpeg's libraries); loaded when the first one is."""
