import type { Limits } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { tellAll, type XmlListener } from '../../xml/events.ts'
import type { Archive } from '../../zip/archive.ts'
import { limitOf } from '../../zip/limits.ts'
import { SPREADSHEET } from './xlsx-workbook.ts'

/** What a text costs beside its bytes. */
const OVERHEAD = 8
const FIRST_SIZE = 1 << 16

/** The shared texts of a workbook as one run of UTF-8, outside the heap of objects. */
export class SharedTexts {
  private bytes: Buffer = Buffer.allocUnsafe(FIRST_SIZE)
  private ends: Float64Array = new Float64Array(1024)
  private used = 0
  private readonly limit: number
  private readonly file: string
  count = 0

  constructor(limits: Limits, file: string) {
    this.limit = limitOf(limits, 'textBytes')
    this.file = file
  }

  /** Error E3527 above the limit. */
  add(text: string): void {
    const length = Buffer.byteLength(text)
    if (this.used + length + (this.count + 1) * OVERHEAD > this.limit)
      throw new Problem('E3527', { limit: this.limit }, { file: this.file })
    if (this.used + length > this.bytes.length)
      this.bytes = Buffer.concat([this.bytes], Math.max(this.bytes.length * 2, this.used + length))
    if (this.count === this.ends.length) {
      const longer = new Float64Array(this.count * 2)
      longer.set(this.ends)
      this.ends = longer
    }
    this.bytes.write(text, this.used)
    this.used += length
    this.ends[this.count++] = this.used
  }

  /** `undefined` where there is none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index])
  }
}

/** Collects the text of a string item: plain, or in runs of rich text; readings of the characters (rPh) are none of it. */
export class TextRuns {
  private text = ''
  private inText = false
  private phonetic = 0
  private readonly limit: number
  private readonly file: string

  constructor(limits: Limits, file: string) {
    this.limit = limits.stringBytes
    this.file = file
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic++
    else if (name === 't') this.inText = this.phonetic === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic--
    else if (name === 't') this.inText = false
  }

  add(text: string): void {
    if (!this.inText) return
    this.text += text
    if (this.text.length > this.limit) throw new Problem('E3103', { limit: this.limit }, { file: this.file })
  }

  take(): string {
    const text = unescaped(this.text)
    this.text = ''
    return text
  }
}

/** `_x000D_` stands for characters that XML cannot hold. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

/** Reads the part of the shared texts; counts what is there, not what it announces. */
export function readTexts(archive: Archive, part: string, limits: Limits): SharedTexts {
  const texts = new SharedTexts(limits, archive.file)
  const runs = new TextRuns(limits, archive.file)
  const listener: XmlListener = {
    open: (name) => runs.open(name),
    text: (text) => runs.add(text),
    close: (name) => {
      runs.close(name)
      if (name === 'si') texts.add(runs.take())
    },
  }
  tellAll({ file: archive.file, part, chunks: archive.chunks(part), namespaces: SPREADSHEET }, limits, listener)
  return texts
}
