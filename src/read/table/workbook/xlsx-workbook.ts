import type { Limits } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { tellAll, type Attributes } from '../../xml/events.ts'
import type { Archive } from '../../zip/archive.ts'
import { isDateFormat, isPercentFormat, scaleOf } from './cells.ts'
import { currencyIn, type Currency } from '../values/units.ts'

const OFFICE = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]
/** Namespaces of ISO/IEC 29500, transitional and strict. */
export const SPREADSHEET = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  ...Object.fromEntries(OFFICE.map((uri) => [uri, 'r'])),
}
const RELATIONSHIPS = { 'http://schemas.openxmlformats.org/package/2006/relationships': '' }

export const WORKBOOK = 'xl/workbook.xml'

/** How a number is shown, as far as it says what the number is. */
export interface CellStyle {
  readonly date: boolean
  readonly percent: boolean
  readonly currency?: Currency
  /** The number is one of thousands (3), millions (6), milliards (9). */
  readonly shift?: number
  /** It is struck through. */
  readonly struck?: true
}

/** What stands around the sheets of a workbook. */
export interface Workbook {
  /** Worksheets in their order, with the name of their part. */
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[]
  readonly date1904: boolean
  /** By index of the cell format. */
  readonly styles: readonly CellStyle[]
  /** Part of the shared texts. */
  readonly texts: string | undefined
}

type Telling = (name: string, attributes: Attributes) => void

/** Reads the workbook, its relationships and its styles. Errors: E3520 a part is missing, E3521 a target outside. */
export function readWorkbook(archive: Archive, limits: Limits): Workbook {
  const tell = (part: string, namespaces: Readonly<Record<string, string>>, open: Telling) =>
    tellAll({ file: archive.file, part, chunks: archive.chunks(part), namespaces }, limits, {
      open,
      close: () => undefined,
      text: () => undefined,
    })

  const relations = new Map<string, { type: string; target: string; external: boolean }>()
  tell('xl/_rels/workbook.xml.rels', RELATIONSHIPS, (name, { Id, Type = '', Target = '', TargetMode }) => {
    if (name === 'Relationship' && Id !== undefined)
      relations.set(Id, { type: Type.replace(/^.*\//, ''), target: Target, external: TargetMode === 'External' })
  })
  const inside = ({ target, external }: { target: string; external: boolean }): string => {
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    if (external || part.split('/').includes('..') || /\\|:/.test(part))
      throw new Problem('E3521', { target }, { file: archive.file, at: WORKBOOK })
    return part
  }
  const related = (type: string): string | undefined => {
    const found = [...relations.values()].find((relation) => relation.type === type)
    return found && inside(found)
  }

  const sheets: { name: string; part: string; hidden: boolean }[] = []
  let date1904 = false
  tell(WORKBOOK, SPREADSHEET, (name, attributes) => {
    if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/.test(attributes['date1904'] ?? '')
    if (name !== 'sheet') return
    const relation = relations.get(attributes['r:id'] ?? '')
    if (relation === undefined) throw new Problem('E3520', { part: attributes['name'] ?? 'sheet' }, { file: archive.file, at: WORKBOOK })
    if (relation.type === 'worksheet')
      sheets.push({ name: attributes['name'] ?? '', part: inside(relation), hidden: (attributes['state'] ?? 'visible') !== 'visible' })
  })
  const stylePart = related('styles')
  return { sheets, date1904, styles: stylePart === undefined ? [] : readStyles(stylePart, tell), texts: related('sharedStrings') }
}

/** Excel allows no longer number format. */
const LONGEST_FORMAT = 255

/** Cell formats by their index: cellXfs only, the named styles have the same elements. */
function readStyles(part: string, tell: (part: string, namespaces: Readonly<Record<string, string>>, open: Telling) => void): CellStyle[] {
  const codes = new Map<number, string>()
  const styles: CellStyle[] = []
  const fonts = new StruckFonts()
  let cellFormats = false
  tell(part, SPREADSHEET, (name, attributes) => {
    fonts.open(name, attributes)
    if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), (attributes['formatCode'] ?? '').slice(0, LONGEST_FORMAT))
    else if (name === 'xf' && cellFormats)
      styles.push({ ...styleOf(Number(attributes['numFmtId'] ?? 0), codes), ...fonts.of(attributes['fontId']) })
    else if (name === 'cellXfs' || name === 'cellStyles' || name === 'dxfs') cellFormats = name === 'cellXfs'
  })
  return styles
}

/** Which fonts of the workbook strike through; those of conditional formats are none of them. */
class StruckFonts {
  private readonly struck = new Set<number>()
  private inside = false
  private last = -1

  open(name: string, { val }: Attributes): void {
    if (name === 'fonts' || name === 'fills') this.inside = name === 'fonts'
    else if (!this.inside) return
    else if (name === 'font') this.last++
    else if (name === 'strike' && !/^(?:0|false|off)$/.test(val ?? '1')) this.struck.add(this.last)
  }

  of(font: string | undefined): Pick<CellStyle, 'struck'> {
    return font !== undefined && this.struck.has(Number(font)) ? { struck: true } : {}
  }
}

function styleOf(id: number, codes: ReadonlyMap<number, string>): CellStyle {
  const code = codes.get(id)
  const currency = code === undefined ? undefined : currencyIn(code.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, ' $1 '))
  const shift = code === undefined ? undefined : scaleOf(code)
  return {
    date: isDateFormat(id, code),
    percent: isPercentFormat(id, code),
    ...(currency === undefined ? {} : { currency }),
    ...(shift === undefined ? {} : { shift }),
  }
}
