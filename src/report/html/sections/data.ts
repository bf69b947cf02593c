import type { Note } from '../../../model/evidence.ts'
import { exactlyKnown } from '../../../model/exact.ts'
import { findNumbered } from '../../../model/numbering.ts'
import type { Context } from '../context.ts'
import { leftOut } from '../parts/left-out.ts'
import { needs, noteText, reasons } from '../parts/needs.ts'
import { fileOf, placeText } from '../parts/place.ts'
import { clip } from '../safe.ts'
import { ratesTable } from '../parts/rates.ts'
import { subjectName, subjectText, titleOf } from '../parts/subject.ts'
import { taxAssumptions } from '../parts/tax.ts'
import { cell, column, line, numberCell, numberColumn, row, small, table, type Table } from '../table.ts'

/** Notes printed; the rest is counted and stands in the JSON. */
const NOTES_SHOWN = 200

/** Section 6: what was read, what is missing, and what the numbers cannot say. */
export function data(context: Context) {
  const { audit, say } = context
  const left = audit.notes.length - NOTES_SHOWN
  return {
    provisional: reasons(context),
    sources: sourcesTable(context),
    balance: say('data.balance'),
    coverage: coverageTable(context),
    spend: spendText(context),
    rates: ratesTable(context),
    needs: needs(context),
    undecided: undecidedTable(context),
    undecidedCount: say('undecided.unprinted', { n: audit.undecided.length }),
    notes: notesTable(context),
    left: left > 0 ? say('data.notes-left', { n: left }) : null,
    assumptions: assumptions(context),
  }
}

function sourcesTable(context: Context): Table | null {
  const { audit, say, f } = context
  const columns = [
    column(say('data.file')), column(say('data.format')), numberColumn(say('data.records')), numberColumn(say('data.read')),
    numberColumn(say('data.rejected')), numberColumn(say('data.unusable')), numberColumn(say('data.note-count')),
  ] // prettier-ignore
  // those of the table below; what reading alone had to say is `notes` in the JSON
  const notes = new Map<number | undefined, number>()
  for (const { source } of audit.notes) notes.set(source, (notes.get(source) ?? 0) + 1)
  const rows = audit.sources.map((source, index) =>
    row(
      cell(clip(source.path)),
      cell([source.format, source.specVersion].filter((part) => part !== undefined).join(' '), small(source.encoding)),
      ...[source.records, source.read, source.rejected, source.unusable, notes.get(index) ?? 0].map((n) => numberCell(f.number(n), n)),
    ),
  )
  return table(context, 'sources', say('data.sources'), columns, rows)
}

function coverageTable(context: Context): Table | null {
  const { audit, bases, say, term, f } = context
  const known = new Map(audit.coverage.map((one) => [`${one.of} ${one.basis}`, exactlyKnown(one)]))
  const rows = [...new Set(audit.coverage.map(({ of }) => of))].map((of) =>
    row(
      cell(term('coverage', of)),
      ...bases.map((basis) => {
        const share = known.get(`${of} ${basis}`)
        return share === undefined ? numberCell('–') : numberCell(f.percent(share), share)
      }),
    ),
  )
  const columns = [column(say('coverage.of')), ...bases.map((basis) => numberColumn(term('basis', basis)))]
  return table(context, 'coverage', say('coverage.caption'), columns, rows)
}

function spendText(context: Context): string | null {
  const { audit, say, f } = context
  const { spend } = audit
  if (spend === null) return leftOut(context)
  const without = spend.amountUnknown?.lines ?? spend.linesWithoutAmount
  return [
    say(`spend.${spend.unit}`, { total: f.money(spend.total), n: spend.lines }),
    without > 0 ? say('spend.without', { n: without }) : null,
    Number(spend.beside) > 0 ? say('spend.beside', { beside: f.money(spend.beside) }) : null,
    leftOut(context),
  ]
    .filter((text) => text !== null)
    .join(' ')
}

function undecidedTable(context: Context): Table | null {
  const { audit, say, f } = context
  const wanted = new Set(audit.undecided.flatMap(({ examples }) => examples.map(({ id }) => id)))
  const names = new Map(audit.items.filter(({ id }) => wanted.has(id)).map((item) => [item.id, context.nameOf(item)]))
  const rows = audit.undecided.map(({ policy, count, missing = [], examples }) =>
    row(
      cell(titleOf(context, policy)),
      numberCell(f.number(count), count),
      cell(
        missing
          .slice(0, 3)
          .map((one) => `${context.term('fact', one.fact)} (${f.number(one.count)})`)
          .join(', '),
      ),
      cell(clip(examples.map((subject) => names.get(subject.id) ?? subjectName(context, subject)).join(', '), 240)),
    ),
  )
  const columns = [
    column(say('undecided.policy')),
    numberColumn(say('undecided.count')),
    column(say('undecided.missing')),
    column(say('undecided.examples')),
  ]
  return table(context, 'undecided', say('undecided.caption'), columns, rows)
}

function notesTable(context: Context): Table | null {
  const { audit, say } = context
  const rows = audit.notes
    .slice(0, NOTES_SHOWN)
    .map((note) =>
      row(cell(line(note.code, { code: true })), cell(noteText(context, withFinding(context, note))), cell(notePlace(context, note))),
    )
  return table(context, 'notes', say('data.notes'), [column(say('data.code')), column(say('data.note')), column(say('items.place'))], rows)
}

/** A note about a finding names it as this report does: by its number and what it is about. */
function withFinding(context: Context, note: Note): Note {
  const { finding } = note.params ?? {}
  if (typeof finding !== 'string') return note
  const numbered = findNumbered(context.numbered, finding)
  const one = numbered?.findings.find(({ fingerprint }) => fingerprint === finding)
  if (numbered === undefined || one === undefined) return note
  const subject = subjectText(context, { findings: [one], items: one.items })
  return { ...note, params: { ...note.params, finding: `${numbered.number} (${subject})` } }
}

function notePlace(context: Context, { source, at }: Note): string {
  return [fileOf(context, source), at === undefined ? '' : placeText(context, at)].filter((part) => part !== '').join(': ')
}

/** Each once, with the findings that rest on it. */
function assumptions(context: Context): readonly { readonly text: string; readonly numbers: string | null }[] {
  const { numbered, policy, options, say } = context
  const byText = Map.groupBy(numbered, (found) => policy(found.policy)?.assumes?.[options.language])
  const ofFindings = [...byText].flatMap(([text, found]) =>
    text === undefined ? [] : [{ text, numbers: found.map(({ number }) => number).join(', ') }],
  )
  const ofAll = [say('assumes.source'), ...taxAssumptions(context), say('assumes.register')]
  return [...ofFindings, ...ofAll.map((text) => ({ text, numbers: null }))]
}
