#version 330 core
// What is behind a head that turns, in all of a frame: alpha 0 where that is the photo's own pixel.
uniform sampler2D photo;
uniform sampler2D plate;
uniform float side;           // of the frame in pixels
uniform vec2 origin;          // of what is drawn, frame pixels
uniform vec2 photo_origin;    // of what there is of the photo
uniform vec2 photo_size;
out vec4 colour;
void main() {
    vec2 here = (gl_FragCoord.xy + origin) / side;
    vec4 behind = texture(plate, here);
    vec3 own = texture(photo, (here * side - photo_origin) / photo_size).rgb;
    colour = vec4(mix(own, behind.rgb, behind.a), behind.a < 0.004 ? 0.0 : 1.0);
}
