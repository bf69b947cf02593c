/**
 * Text from an input, made harmless for a terminal or a log: control characters, direction marks and zero-width characters
 * are shown as escapes. Line feeds stay.
 */
export function safe(text: string): string {
  return text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
