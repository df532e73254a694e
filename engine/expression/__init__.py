"""Live expression: action units, presets and gaze, turned into what the puppet draws."""
