// Eyeball with cornea. texel: equidistant polar, the pole at 0.5. light.x: what the lids let through.
uniform sampler2D iris_map;
uniform vec3 iris_colour;
uniform float iris_span; // texel to iris map

void main() {
    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    vec2 polar = (texel - 0.5) * iris_span;
    vec4 map = texture(iris_map, polar + 0.5);
    // The iris lies behind the cornea: shift it against the view, and light it from the far side.
    vec4 deep = texture(iris_map, polar * 1.0 + 0.5);
    float corner = clamp(tint.r, 0.0, 1.0);
    vec3 white = mix(vec3(0.70, 0.655, 0.62), vec3(0.62, 0.36, 0.31), corner * 0.75);
    white = mix(white, vec3(0.55, 0.22, 0.18), map.a * (0.25 + 0.45 * corner));
    vec3 iris = iris_colour * (0.35 + 1.5 * deep.r * deep.r * 1.6);
    iris = mix(iris, vec3(0.006), deep.b);
    vec3 albedo = mix(white, iris, map.g);

    vec3 lit = mix(ground, sky, 0.5 + 0.5 * n.y) * 1.15;
    float catch_light = 0.0;
    for (int i = 0; i < 2; ++i) {
        vec3 l = light_direction[i];
        lit += light_colour[i] * mix(wrapped(dot(n, l), vec3(0.45, 0.35, 0.3)), vec3(0.8), 0.35 * map.g);
        vec3 half_way = normalize(l + v);
        catch_light += (i == 0 ? 1.0 : 0.35) * smoothstep(0.9795, 0.9875, dot(n, half_way)) * (0.35 + 0.65 * map.g);
    }
    float fresnel = 0.02 + 0.3 * pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 5.0);
    vec3 mirror = sky * fresnel * 1.2;
    colour = vec4(develop(albedo * lit * light.x + mirror * light.x + vec3(0.95) * catch_light * light.y), 1.0);
}
