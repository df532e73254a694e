#version 330
uniform vec3 strand_colour; // coded sRGB
in float cover;
out vec4 colour;
void main() {
    colour = vec4(strand_colour, 1.0) * cover;
}
