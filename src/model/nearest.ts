import type { Words } from './words.ts'

/** The question whether that was meant. */
export const askedFor = (found: string): Words => ({ de: `Meinten Sie „${found}“?`, en: `Did you mean "${found}"?` })

/** The same before another sentence; nothing where nothing was found. */
export function askedFirst(found: string | undefined): Words {
  const asked = found === undefined ? undefined : askedFor(found)
  return asked === undefined ? { de: '', en: '' } : { de: `${asked.de} `, en: `${asked.en} ` }
}

/** The candidate closest to `text` by edit distance, if it is close enough to be what was meant. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(text.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase(), bestDistance)
    // a word of which every letter is another was not meant
    if (distance < bestDistance && distance < Math.max(text.length, candidate.length)) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function editDistance(a: string, b: string, stop: number): number {
  if (Math.abs(a.length - b.length) >= stop) return stop
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
