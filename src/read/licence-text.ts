/** Longer licences there are none; what lies beyond is not looked at, and the text counts as cut off. */
export const WHOLE_LENGTH = 65_537
/** Signs of texts that are remembered, to keep each once. */
const ROOM = 16_000_000

const known = new Map<string, string>()
let room = ROOM

/** A licence text as it is kept for judging: equal ones are one string. */
export function keptText(text: string): string {
  const kept = text.length > WHOLE_LENGTH ? text.slice(0, WHOLE_LENGTH) : text
  const before = known.get(kept)
  if (before !== undefined) return before
  room -= kept.length
  if (room < 0) {
    known.clear()
    room = ROOM
  }
  known.set(kept, kept)
  return kept
}
