#version 330 core
// What is seen through an opening or behind a head, as it is; alpha 0: the source's own pixel stays.
uniform sampler2D seen;
out vec4 colour;
void main() {
    colour = texelFetch(seen, ivec2(gl_FragCoord.xy), 0);
    if (colour.a == 0.0) colour = vec4(0.0);
}
