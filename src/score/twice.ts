import type { Dossier } from '../model/dossier.ts'
import type { Note } from '../model/evidence.ts'
import type { NoteId } from '../model/notes.ts'
import type { SpendBase } from './bases.ts'

/** Lists of which reading says that all their lines count, though some may be the same money. */
const SUMMED = ['W-NUMBER-AGAIN', 'W-YEARS-SUMMED', 'W-YEAR-SHEETS-SUMMED'] as const satisfies readonly NoteId[]

/** Reading found lines alike, and money depends on it: of those that look alike more than one has weight. */
export function mayCountTwice({ members }: SpendBase, notes: readonly Note[]): NoteId[] {
  const named = new Set(notes.map(({ code }) => code))
  const priced = members.map(({ dossier }) => dossier).filter(({ amount }) => amount?.counts)
  return [
    ...(named.has('W-MAYBE-SAME') && alike(priced, () => '').some(inSeveralLists) ? (['W-MAYBE-SAME'] as const) : []),
    ...(named.has('W-SAME-LINES') && inOneList(priced, notes) ? (['W-SAME-LINES'] as const) : []),
    ...SUMMED.filter((code) => inSourcesOf(code, priced, notes).length > 1),
  ]
}

const inSeveralLists = (lines: readonly Dossier[]): boolean =>
  new Set(lines.map(listOf)).size > 1 && lines.some(({ said }) => said.contractNumber === undefined)

/** A file, or a sheet of a workbook. */
function listOf({ source, ref }: Dossier): string {
  const sheet = ref.lastIndexOf('!')
  return sheet < 0 ? String(source) : `${source} ${ref.slice(0, sheet)}`
}

/** Lines of the lists that a note is about. Payments aside: the same is paid more than once, and in each year. */
function inSourcesOf(wanted: NoteId, priced: readonly Dossier[], notes: readonly Note[]): readonly Dossier[] {
  const sources = new Set(notes.flatMap(({ code, source }) => (code === wanted ? source : [])))
  return priced.filter(({ source, amount }) => sources.has(source) && amount?.kind !== 'payment')
}

function inOneList(priced: readonly Dossier[], notes: readonly Note[]): boolean {
  const lines = inSourcesOf('W-SAME-LINES', priced, notes)
  const told = (line: Dossier) => [listOf(line), line.term?.start, line.term?.end, line.said.contractNumber, line.said.supplier].join('\n')
  return alike(lines, told).length > 0
}

/** Lines that say the same of the same thing, and at the same price. */
function alike(lines: readonly Dossier[], more: (line: Dossier) => string): Dossier[][] {
  const groups = Map.groupBy(lines, (line) => [line.id, line.version, line.amount?.value, line.amount?.currency, more(line)].join('\n'))
  return [...groups.values()].filter((group) => group.length > 1)
}
