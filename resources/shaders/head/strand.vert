#version 330
// Hairs arrive as ribbons already facing the viewer.
in vec4 in_place; // clip space
in float in_cover;
out float cover;

void main() {
    cover = in_cover;
    gl_Position = in_place;
}
