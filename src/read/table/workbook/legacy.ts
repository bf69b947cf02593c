import type { Head } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import type { Words } from '../../../model/words.ts'

/** Compound files that are no workbook, by a stream that they have. */
const NO_WORKBOOK = /WordDocument|PowerPoint Document|__properties_version|__nameid_version/
/** Parts of what Apple's office programs write. */
const APPLE = ['Index/Document.iwa', 'Index.zip']

/** Spreadsheets as text in forms that are not read. */
const TEXTS: readonly { readonly begins: RegExp; readonly format: string | Words }[] = [
  { begins: /^\uFEFF?ID;P/, format: 'SYLK' },
  { begins: /^\uFEFF?TABLE\r?\n0,1\r?\n/, format: 'DIF' },
  {
    begins: /^[^]{0,2000}<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/,
    format: { de: 'XML von Excel 2003', en: 'XML of Excel 2003' },
  },
  {
    begins: /^[^]{0,2000}<office:document\b[^>]*opendocument\.spreadsheet/,
    format: { de: 'ODS als eine XML-Datei (.fods)', en: 'ODS as one XML file (.fods)' },
  },
  { begins: /^\s*<html\b[^]*urn:schemas-microsoft-com:office:excel/i, format: { de: 'eine Tabelle in HTML', en: 'a table in HTML' } },
  { begins: /^\s*<table\b/i, format: { de: 'eine Tabelle in HTML', en: 'a table in HTML' } },
]

/** Whether an archive is a document of Apple's office programs. */
export function isApple(parts: ReadonlyMap<string, string>): boolean {
  return APPLE.some((part) => parts.has(part))
}

/** The refusal of a spreadsheet in a form that is not read: .xls, .xlsb, .numbers, as HTML, with a password. `undefined` for anything else. */
export function legacyWorkbook({ parts, streams, text }: Head, file: string): Problem | undefined {
  const unread = (format: string | Words) => new Problem('E3525', { format }, { file })
  if (parts?.has('xl/workbook.bin')) return unread('XLSB')
  if (parts !== undefined && isApple(parts))
    return unread({ de: 'eine Datei von Apple Numbers, Pages oder Keynote', en: 'a file of Apple Numbers, Pages or Keynote' })
  if (streams?.includes('EncryptedPackage')) return new Problem('E3511', { part: { de: 'die Arbeitsmappe', en: 'the workbook' } }, { file })
  if (streams !== undefined) return NO_WORKBOOK.test(streams) ? undefined : unread('XLS (Excel 97–2003)')
  const format = TEXTS.find(({ begins }) => begins.test(text))?.format
  return format === undefined ? undefined : unread(format)
}
