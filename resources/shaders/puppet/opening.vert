#version 330 core
// A rectangle of the frame, as far away as is asked.
uniform float depth;
in vec2 corner;
void main() { gl_Position = vec4(corner * 2.0 - 1.0, depth, 1.0); }
