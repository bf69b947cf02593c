const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
/** What a runner of GitHub or Azure obeys when it stands in a log: `::error::…` where a line begins, `##[…]` and `##vso[…]` anywhere. */
const COMMAND = /^[^\S\n]*:(?=:)|#(?=#(?:vso)?\[)/gim

/**
 * Text from an input, made harmless for a terminal or a log: control characters, direction marks and zero-width characters
 * are shown as escapes, and so is the first sign of a command to a pipeline. Line feeds stay.
 */
export function safe(text: string): string {
  return text.replace(HIDDEN, escaped).replace(COMMAND, (command) => command.slice(0, -1) + escaped(command.at(-1)!))
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
