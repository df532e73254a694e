#version 330
// Skin, flesh and eyes: view space is the camera's, +z toward the viewer; the projection keeps depth linear enough.
uniform mat3 turn;
uniform vec3 pivot;
uniform vec4 lens; // focal length (2 / height at the pivot), distance, near, far

in vec3 in_position;
in vec3 in_normal;
in vec4 in_light;
in vec2 in_texel;
in vec4 in_tint;
in vec2 in_atlas;

out vec3 position;
out vec3 normal;
out vec4 light;
out vec2 texel;
out vec4 tint;
out vec2 atlas;

void main() {
    position = turn * (in_position - pivot);
    normal = turn * in_normal;
    light = in_light;
    texel = in_texel;
    tint = in_tint;
    atlas = in_atlas;
    float away = lens.y - position.z;
    float depth = (lens.w + lens.z - 2.0 * lens.w * lens.z / away) / (lens.w - lens.z);
    gl_Position = vec4(position.xy * vec2(lens.x, -lens.x) * lens.y, depth * away, away);
}
