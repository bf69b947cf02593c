import type { Head } from '../model/ports.ts'
import type { Words } from '../model/words.ts'

/** File signatures of what people hand in by mistake or in a later format. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string | Words }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'ZIP (XLSX, ODS …)' },
  { bytes: [0x1f, 0x8b], name: 'gzip' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'xz' },
  { bytes: [0x42, 0x5a, 0x68], name: 'bzip2' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'Excel 97–2003 (.xls)' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], name: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'GIF' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'ELF' },
  { bytes: [0x4d, 0x5a], name: 'EXE/DLL' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], name: 'SQLite' },
  { bytes: [0xff, 0xfe, 0, 0], name: 'UTF-32' },
  { bytes: [0, 0, 0xfe, 0xff], name: 'UTF-32' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'RTF' },
  {
    bytes: [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0],
    name: {
      de: 'eine Verknüpfung von Windows; die Datei, auf die sie zeigt, angeben',
      en: 'a shortcut of Windows; give the file it leads to',
    },
  },
  { bytes: [0, 0x01, 0, 0, 0x53, 0x74, 0x61, 0x6e, 0x64, 0x61, 0x72, 0x64, 0x20], name: 'Access (.accdb, .mdb)' },
]
/** Office files that are no workbook, by a part that they have. */
const OFFICE: readonly (readonly [part: RegExp, name: string])[] = [
  [/^word\//, 'Word (.docx)'],
  [/^ppt\//, 'PowerPoint (.pptx)'],
]
/** Compound files that are no workbook, by a stream that they have. */
const STREAMS: readonly (readonly [stream: string, name: string | Words])[] = [
  ['WordDocument', 'Word 97–2003 (.doc)'],
  ['PowerPoint Document', 'PowerPoint 97–2003 (.ppt)'],
  [
    '__properties_version',
    { de: 'Outlook (.msg); die Anlage als Datei speichern und angeben', en: 'Outlook (.msg); save the attachment as a file and give that' },
  ],
]
const DECP: Words = { de: 'DECP, Vergabedaten aus Frankreich', en: 'DECP, procurement data of France' }
const ATTACHED: Words = {
  de: 'E-Mail; die Anlage als Datei speichern und angeben',
  en: 'e-mail; save the attachment as a file and give that',
}
/** Texts that are no list, by how they begin. */
const TEXTS: readonly (readonly [begins: RegExp, name: string | Words])[] = [
  [
    /^version https:\/\/git-lfs\.github\.com\/spec\//,
    {
      de: 'ein Verweis von Git LFS; die Datei selbst mit „git lfs pull“ holen',
      en: 'a pointer of Git LFS; get the file itself with "git lfs pull"',
    },
  ],
  [/^MIME-Version:[^]*Content-Type: multipart\/related/i, { de: 'eine gespeicherte Webseite (.mht)', en: 'a saved web page (.mht)' }],
  [
    /^(?:(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){3}/i,
    ATTACHED,
  ],
]

/** What an unreadable file looks like, for the message; '' if nothing is known. */
export function looksLike(head: Head): string | Words {
  const office = OFFICE.find(([part]) => [...(head.parts?.keys() ?? [])].some((name) => part.test(name)))
  if (office !== undefined) return office[1]
  const open = /^application\/vnd\.oasis\.opendocument\.(\w+)/.exec(head.parts?.get('mimetype') ?? '')
  if (open !== null) return `OpenDocument (${open[1]})`
  const old = STREAMS.find(([stream]) => head.streams?.includes(stream))
  if (old !== undefined) return old[1]
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head.bytes[i] === byte))
  if (signature !== undefined) return signature.name
  const { json, text } = head
  if (json?.has('@graph')) return 'JSON-LD'
  if (json?.has('releases') || json?.has('records') || json?.has('ocid')) return 'OCDS'
  if (json?.has('bomFormat') || /cyclonedx/i.test(json?.get('$schema') ?? ''))
    return { de: 'CycloneDX ohne richtiges bomFormat', en: 'CycloneDX without the right bomFormat' }
  if (json?.has('marches') || /^\s*(?:<\?xml[^>]*>\s*)?<marches\b/.test(text)) return DECP
  if (json !== undefined) return 'JSON'
  if (/^\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html)\b/i.test(text)) return 'HTML'
  if (/^\s*<[?!]?\w/.test(text)) return /<bom\b/.test(text) ? 'CycloneDX XML' : 'XML'
  if (/^\s*\[/.test(text)) return 'JSON'
  const said = TEXTS.find(([begins]) => begins.test(text))
  if (said !== undefined) return said[1]
  if (/^\s*(?:\/\/[^\r\n]*[\r\n]\s*|\/\*(?:(?!\*\/)[^])*\*\/\s*)+[{[]/.test(text))
    return { de: 'JSON mit Kommentaren', en: 'JSON with comments' }
  return ''
}
