import { basename } from 'node:path'
import { placeOf } from '../files.ts'
import { Problem } from '../model/problem.ts'
import { lockOf, stageFile, takeLock } from '../output-file.ts'
import { holdingSignals } from './signals.ts'

/** Writes one file whole, undisturbed by signals. E4003 if that fails. */
export function writeWhole(path: string, chunks: Iterable<string>): Promise<void> {
  return holdingSignals(() => Promise.resolve(stageFile(path, chunks).commit()))
}

/** The same for a file that is kept from run to run: a link to it stays, and what it leads to is renewed. */
export const renewWhole = (path: string, chunks: Iterable<string>): Promise<void> => writeWhole(placeOf(path), chunks)

/** What a file says, and what it is to say instead. */
export interface Change {
  read(): string | undefined
  change(before: string | undefined): string
}

/**
 * Renews a file to which several runs may add at the same time: one after the other, and each to what the one before has written. What
 * somebody else writes in between, such as an editor, is read again. `shown` is its name in messages. E4006 if another run has it for
 * longer than 5 s, E4003 if it cannot be written.
 */
export function changeWhole(path: string, shown: string, change: Change): Promise<void> {
  const place = placeOf(path)
  return holdingSignals(async (pause) => {
    const giveBack = await lockWhenFree(place, shown, pause)
    try {
      while (!changed(place, change)) await pause()
    } finally {
      giveBack()
    }
  })
}

function changed(place: string, { read, change }: Change): boolean {
  const before = read()
  const staged = stageFile(place, [change(before)])
  try {
    const isSame = read() === before
    if (isSame) staged.commit()
    return isSame
  } finally {
    staged.discard()
  }
}

const WAIT_MS = 50
const WAITS = 100

async function lockWhenFree(place: string, shown: string, pause: () => Promise<void>): Promise<() => void> {
  for (let n = 0; n < WAITS; n++) {
    const giveBack = takeLock(place)
    if (giveBack !== undefined) return giveBack
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
    await pause()
  }
  throw new Problem('E4006', { path: shown, lock: basename(lockOf(place)) }, { file: shown })
}
