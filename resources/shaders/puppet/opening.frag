#version 330 core
// What is seen through an opening, laid down before the mesh covers its edges.
uniform sampler2D underlay;
out vec4 colour;
void main() {
    colour = texelFetch(underlay, ivec2(gl_FragCoord.xy), 0);
    if (colour.a == 0.0) colour = vec4(0.0);
}
