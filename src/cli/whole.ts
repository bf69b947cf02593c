import { stageFile } from '../output-file.ts'
import { holdingSignals } from './signals.ts'

/** Writes one file whole, undisturbed by signals. E4003 if that fails. */
export function writeWhole(path: string, chunks: Iterable<string>): Promise<void> {
  return holdingSignals(() => Promise.resolve(stageFile(path, chunks).commit()))
}
