import type { Dossier, LicenceClaim } from '../../model/dossier.ts'
import type { Note } from '../../model/evidence.ts'
import type { Item } from '../../model/item.ts'
import { NOTES } from '../../model/notes.ts'
import { fill } from '../../model/problem.ts'
import type { Conclusion } from '../conclusion.ts'
import { NO_IT } from '../layer.ts'
import { wordsOf } from '../names/comparable.ts'
import { isSoftwareWord } from '../words/technology.ts'
import { isOperation } from './operation.ts'

/** Whether nothing tells what is bought: it may be software, people's work, or a thing. It counts as what it may be, and is shown as undecided. */
export function isOfUnknownKind(
  { line, kind, name, said, cpv }: Item,
  { layer, product }: Pick<Conclusion, 'layer' | 'product'>,
  { openness }: Pick<LicenceClaim, 'openness'>,
): boolean {
  if (line !== true || kind !== 'contract' || layer !== undefined || product !== undefined || openness !== 'unknown') return false
  if (said.licences !== undefined || said.licenceModel !== undefined || cpv?.some((code) => code.startsWith('48')) === true) return false
  const title = `${name} ${said.product ?? ''}`
  return !wordsOf(title).some(isSoftwareWord) && !isOperation(title)
}

/** How many lines of each list are of unknown kind, and how many have nothing to do with information technology: neither goes unsaid. */
export function kindNotes(dossiers: readonly Dossier[]): Note[] {
  const unknown = new Map<number, number>()
  const apart = new Map<number, number>()
  for (const { counted, source, isSoftware, layer } of dossiers) {
    if (!counted) continue
    const counts = isSoftware === 'unknown' ? unknown : layer?.id === NO_IT ? apart : undefined
    counts?.set(source, (counts.get(source) ?? 0) + 1)
  }
  const note = (code: 'W-KIND' | 'W-NO-IT', counts: ReadonlyMap<number, number>): Note[] =>
    [...counts].map(([source, n]) => ({ code, source, message: fill(NOTES[code].en, { n }), params: { n } }))
  return [...note('W-KIND', unknown), ...note('W-NO-IT', apart)]
}
