"""Live link: a face's movement over UDP to an engine, or from a phone or a tracker."""
