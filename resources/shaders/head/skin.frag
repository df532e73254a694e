uniform sampler2D tone_map;
uniform sampler2D detail_map;
uniform sampler2D photo_map; // alpha: hair
uniform vec3 skin_colour;
uniform vec3 lip_colour;
uniform vec3 brow_colour;
uniform vec4 hair_colour; // alpha: how much hair
uniform vec3 brow_style;

void main() {
    vec4 tone = texture(tone_map, texel);
    vec4 detail = texture(detail_map, texel);
    float flush = (tone.r - 0.5019608) * 3.2 + tint.r;
    float lip = tone.g * tint.a;
    float fine = (tone.a - 0.5019608) * 2.0;
    float hair = tone.b * hair_colour.a * tint.a;
    float brow = dot(detail.rgb, brow_style);

    float bare = fine * (1.0 - tone.b); // under hair the fine lightness is the hair's
    vec3 albedo = skin_colour * max(1.0 + flush * vec3(0.10, -0.24, -0.18) + bare * 0.5, 0.05);
    albedo = mix(albedo, lip_colour * max(1.0 + fine * 0.7, 0.05), lip * 0.82);
    albedo = mix(albedo, brow_colour * (0.85 + 0.3 * brow), brow);
    albedo = mix(albedo, hair_colour.rgb * max(1.0 + fine * 1.6, 0.1), hair);

    float cover = max(hair, brow);
    if (photo > 0.0) {
        vec4 own = texture(photo_map, atlas);
        albedo = mix(albedo, lit_by(own.rgb), photo);
        cover = mix(cover, own.a, photo);
    }

    vec3 n = normalize(normal);
    vec3 v = normalize(vec3(0.0, 0.0, eye_distance) - position);
    float toward = dot(n, v);
    vec3 mirror = 2.0 * toward * n - v;
    vec3 slope = mix(vec3(0.694, 0.806, 0.855), vec3(0.87), cover);
    vec4 arrives = mix(vec4(1.0), light, studio.z);
    vec3 lit = vec3(0.0);
    float shine = 0.0;
    for (int i = 0; i < 3; ++i) {
        vec3 l = light_direction[i];
        float facing = dot(n, l);
        lit += studio.x * light_colour[i] * warm(arrives[i], 1.0 - cover) * wrapped(facing, slope);
        float broad = mirrored(mirror, l);
        float tight = broad * broad * broad * broad;
        tight = mix(tight, tight * tight * 2.2, lip);
        float front = arrives[i] * clamp(facing * 3.0, 0.0, 1.0);
        shine += (i == 2 ? 0.4 : 1.0) * light_colour[i].g * front * (0.45 * broad + (1.15 + 1.2 * lip) * tight);
    }
    vec3 around = studio.y * mix(ground, sky, 0.5 + 0.5 * n.y) * warm(arrives.w, 0.8);
    float fresnel = 0.028 + 0.45 * schlick(toward);
    float oil = studio.w * detail.a * (1.0 - 0.8 * brow);
    vec3 result = albedo * (lit + around) + fresnel * oil * (2.2 * shine + 0.9 * around);
    colour = vec4(develop(result * mix(1.0, tint.g, studio.z)), 1.0) * tint.b;
}
