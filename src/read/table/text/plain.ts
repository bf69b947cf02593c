import type { Row } from '../table.ts'

/** How Excel is told to take a cell as text: ="0123". */
const AS_TEXT = /^\s*="([^"]*(?:""[^"]*)*)"\s*$/
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi
/** Those that lists of German and English offices carry; soft hyphens are dropped, and blanks are blanks. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', euro: '€', pound: '£', sect: '§', reg: '®', copy: '©', trade: '™',
    auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç',
    ndash: '–', mdash: '—', hellip: '…', bdquo: '„', ldquo: '“', rdquo: '”', sbquo: '‚', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', middot: '·',
  }), // prettier-ignore
)

/** A row without what programs left in its cells: Excel's mark of a text, and entities of HTML, once resolved. */
export function plainRow(row: Row): Row {
  return row.cells.some(isMarked) ? { ...row, cells: row.cells.map(plainCell) } : row
}

function isMarked(cell: string): boolean {
  return cell.includes('&') || cell.includes('="')
}

function plainCell(cell: string): string {
  if (!isMarked(cell)) return cell
  const [, quoted] = AS_TEXT.exec(cell) ?? []
  return (quoted?.replaceAll('""', '"') ?? cell).replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? all
    return signOf(decimal === undefined ? parseInt(hex!, 16) : Number(decimal)) ?? all
  })
}

/** No control character, and nothing that is no character. */
function signOf(code: number): string | undefined {
  if (code === 0xad) return ''
  if (code === 0xa0) return ' '
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) return undefined
  return String.fromCodePoint(code)
}
