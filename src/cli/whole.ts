import { placeOf } from '../files.ts'
import { stageFile } from '../output-file.ts'
import { holdingSignals } from './signals.ts'

/** Writes one file whole, undisturbed by signals. E4003 if that fails. */
export function writeWhole(path: string, chunks: Iterable<string>): Promise<void> {
  return holdingSignals(() => Promise.resolve(stageFile(path, chunks).commit()))
}

/** The same for a file that is kept from run to run: a link to it stays, and what it leads to is renewed. */
export const renewWhole = (path: string, chunks: Iterable<string>): Promise<void> => writeWhole(placeOf(path), chunks)
