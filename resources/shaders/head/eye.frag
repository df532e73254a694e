// Eyeball with cornea. texel: equidistant polar, the pole at 0.5. light.x: what the lids let through, light.y: of the
// catchlight. tint.r: how near the corner.
uniform sampler2D iris_map;
uniform sampler2D eye_map; // the right eye, then the left
uniform vec3 iris_colour;
uniform vec3 catch_direction;
uniform float iris_span; // texel to iris map

void main() {
    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    vec4 map = texture(iris_map, (texel - 0.5) * iris_span + 0.5);
    float corner = tint.r;
    vec3 white = mix(vec3(0.57, 0.54, 0.515), vec3(0.55, 0.33, 0.285), corner * 0.75);
    white = mix(white, vec3(0.55, 0.22, 0.18), map.a * (0.20 + 0.45 * corner));
    vec3 iris = iris_colour * (0.10 + 2.0 * map.r * map.r);
    iris = mix(iris, vec3(0.006), map.b);
    vec3 albedo = mix(white, iris, map.g);
    if (photo > 0.0) {
        albedo = mix(albedo, lit_by(texture(eye_map, vec2(0.5 * (atlas.x + tint.g), atlas.y)).rgb), photo);
    }

    vec3 lit = mix(ground, sky, 0.5 + 0.5 * n.y) * 1.15;
    for (int i = 0; i < 2; ++i) {
        vec3 l = light_direction[i];
        lit += light_colour[i] * mix(wrapped(dot(n, l), vec3(0.690, 0.741, 0.769)), vec3(0.75), 0.35 * map.g);
    }
    // The key light's mirror image, from a little nearer the camera than the key so that the lid does not hide it.
    float catch_light = smoothstep(0.9805, 0.9880, dot(n, normalize(catch_direction + v))) * (0.10 + 0.90 * map.g) * studio.w;
    vec3 mirror = sky * (0.02 + 0.3 * schlick(dot(n, v))) * 1.2;
    colour = vec4(develop((albedo * lit + mirror) * light.x + 0.95 * catch_light * light.y), 1.0);
}
