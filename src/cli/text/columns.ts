import type { Language } from '../../model/words.ts'
import type { InspectedColumn, InspectedList } from '../../read/inspect.ts'
import { fieldText } from './field-words.ts'
import { list } from './table.ts'
import { cliWords } from './words.ts'

const SHOWN = 28

/** `columns --json`. */
export function columnsDocument(path: string, lists: readonly InspectedList[]): unknown {
  return {
    format: 'eigenstand/columns/1',
    path,
    lists: lists.map(({ columns, ...rest }) => ({
      ...rest,
      columns: columns.map(({ index, letters, heading, field, confidence, samples, examples, numbers, dates, unit }) => ({
        column: index + 1, letters, heading, ...(field !== undefined && { field }), confidence, filled: samples, unit, ...(numbers && { numbers }), ...(dates && { dates }), examples,
      })), // prettier-ignore
    })),
  }
}

/** One table for each list: what every column is taken for, how surely, how its numbers and days are written, and what stands in it. */
export function columnsText(path: string, lists: readonly InspectedList[], language: Language): string {
  const words = cliWords(language).columns
  return lists
    .map(({ sheet, encoding, delimiter, headerLine, rows, columns }) => {
      const shape = [
        sheet === undefined ? path : `${path}: ${sheet}`,
        encoding,
        ...(delimiter === undefined ? [] : [`${words.delimiter} ${shownDelimiter(delimiter)}`]),
        `${words.heading} ${headerLine}`,
        words.rows(rows),
      ]
      const head = [words.column, words.headingText, words.field, words.confidence, words.written, words.examples]
      return [
        shape.join(' · '),
        list(
          [head, ...columns.filter(({ heading }) => heading !== '').map((column) => rowOf(column, sheet !== undefined, language))],
          '  ',
        ),
      ].join('\n')
    })
    .join('\n\n')
}

function rowOf(column: InspectedColumn, letters: boolean, language: Language): string[] {
  const { index, heading, field, confidence, examples } = column
  return [
    letters ? column.letters : String(index + 1),
    short(heading),
    field === undefined ? '–' : fieldText(field, language),
    field === undefined ? '' : `${Math.round(confidence * 100)} %`,
    writtenOf(column, language),
    examples.map(short).join(' | '),
  ]
}

function writtenOf({ numbers, dates, unit }: InspectedColumn, language: Language): string {
  const words = cliWords(language).columns
  const undecided = numbers?.undecided ?? dates?.undecided
  if (undecided !== undefined) return `${words.undecided}: ${short(undecided)}`
  const number = numbers?.mark === undefined ? [] : [words.number(numbers.mark)]
  return [
    ...number,
    ...(dates?.order === undefined ? [] : [dates.order]),
    ...(unit.shift ? [`× 10^${unit.shift}`] : []),
    ...(unit.currency ? [unit.currency] : []),
    ...(unit.basis ? [words.basis(unit.basis)] : []),
  ].join(', ')
}

/** The mapping file as it was inferred, to be corrected. What is not known, or means two things, is a comment. */
export function mappingYaml(lists: readonly InspectedList[], language: Language): string {
  const words = cliWords(language).columns
  const first = lists[0]!
  const columns = lists
    .flatMap((one) => one.columns)
    .filter(({ heading }, i, all) => heading !== '' && all.findIndex((other) => other.heading === heading) === i)
  const entries = columns.map(({ heading, field, mappable, confidence }) => {
    const line = `${JSON.stringify(heading)}: ${field ?? 'ignore'}`
    return mappable ? `  ${line}  # ${Math.round(confidence * 100)} %` : `  # ${line}  # ${words.decide}`
  })
  const style = (one: InspectedColumn): string | undefined => one.numbers?.mark
  const mark = columns.map(style).find((found) => found !== undefined)
  const order = columns.map(({ dates }) => dates?.order).find((found) => found !== undefined)
  const undecided = columns.some(({ numbers }) => numbers?.undecided !== undefined)
  const openDates = columns.some(({ dates }) => dates?.undecided !== undefined)
  return [
    `# ${words.mapping}`,
    columns.some(({ mappable }) => mappable) ? 'columns:' : 'columns: {}',
    ...entries,
    ...(mark !== undefined ? [`numbers: ${mark === ',' ? 'de' : 'en'}`] : undecided ? [`# numbers: de  # ${words.decide}`] : []),
    ...(order !== undefined ? [`dates: ${order}`] : openDates ? [`# dates: dmy  # ${words.decide}`] : []),
    ...(first.delimiter === undefined
      ? []
      : [`delimiter: ${first.delimiter === '\t' ? 'tab' : JSON.stringify(first.delimiter)}`, `encoding: ${first.encoding}`]),
    ...(lists.length === 1 ? [`headerLine: ${first.headerLine}`] : []),
    '',
  ].join('\n')
}

function shownDelimiter(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length <= SHOWN ? plain : `${plain.slice(0, SHOWN - 1)}…`
}
