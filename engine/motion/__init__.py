"""What moves over time, from whatever source: tracks, takes, curves and the timeline they lie on."""
