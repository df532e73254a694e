uniform sampler2D tone_map;
uniform sampler2D detail_map;
uniform vec3 skin_colour;
uniform vec3 lip_colour;
uniform vec3 brow_colour;
uniform vec4 hair_colour; // alpha: how much hair
uniform vec3 brow_style;

void main() {
    vec4 tone = texture(tone_map, texel);
    vec4 detail = texture(detail_map, texel);
    float flush = (tone.r - 0.5019608) * 2.0 * 1.6 + tint.r;
    float lip = tone.g * tint.a;
    float fine = (tone.a - 0.5019608) * 2.0;
    float hair = tone.b * hair_colour.a;
    float brow = dot(detail.rgb, brow_style);

    vec3 albedo = skin_colour * exp(flush * vec3(0.10, -0.26, -0.20) + fine * 0.55);
    albedo = mix(albedo, lip_colour * exp(fine * 0.7), lip * 0.92);
    albedo = mix(albedo, brow_colour, brow);
    albedo = mix(albedo, hair_colour.rgb * (0.75 + 0.5 * tone.b), hair);

    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    vec3 soft = mix(vec3(0.44, 0.24, 0.17), vec3(0.15), max(hair, brow));
    vec3 lit = vec3(0.0);
    vec3 shine = vec3(0.0);
    float oil = detail.a * (1.0 - 0.8 * brow);
    float fresnel = 0.028 + 0.5 * pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 5.0);
    for (int i = 0; i < 3; ++i) {
        vec3 arrives = pow(vec3(light[i]), mix(vec3(0.72, 1.0, 1.12), vec3(1.0), hair));
        lit += light_colour[i] * arrives * wrapped(dot(n, light_direction[i]), soft);
        float broad = gloss(n, light_direction[i], v, 11.0);
        float tight = gloss(n, light_direction[i], v, mix(42.0, 95.0, lip));
        shine += light_colour[i] * light[i] * (0.6 * broad + (0.5 + 0.7 * lip) * tight);
    }
    vec3 around = mix(ground, sky, 0.5 + 0.5 * n.y) * pow(vec3(light.w), vec3(1.3, 1.75, 1.9));
    lit += around;
    shine = shine * fresnel * oil * 2.2 + around * fresnel * oil * 0.9;
    colour = vec4(develop(albedo * lit * tint.g + shine * tint.g), 1.0) * tint.b;
}
