"""What drives a portrait: a video, a recording; later a voice, a camera. Each gives a take and a clock."""
