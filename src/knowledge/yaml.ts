import { Lexer, LineCounter, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Scalar } from 'yaml'
import { YAML_FILE } from '../model/own-file.ts'
import { Problem } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { CONFLICT, CONFLICT_MARK, HARD_BLANK, commaWords, hashWords, startWords, TAB, yamlWords } from '../model/yaml-words.ts'

export type Path = readonly (string | number)[]

/** One parsed rule or configuration file; every value knows its line and column. */
export interface YamlFile {
  readonly file: string
  readonly data: unknown
  /** The page that describes its form. */
  readonly doc: string
  /** The scalar at `path` as it is written. */
  raw(path: Path): string | undefined
  /** Line and column, from 1, of the value at `path`, or of the nearest value above it that exists. */
  place(path: Path): { file: string; line: number; column: number }
  /** The same for the key that leads there. */
  keyPlace(path: Path): { file: string; line: number; column: number }
}

const MAX_DEPTH = 32
/** Keys, values and collections of a file that a user hands in; our own, and what we write ourselves, may have more. */
const MAX_NODES = 10_000
export const OUR_NODES = 100_000
/** A node takes three signs at most: `- a` is a hyphen, the mark of a text and the text. */
const SIGNS = 4
/** Columns of indentation; bounds the depth of block collections, which the parser goes down by recursion. */
const MAX_INDENT = 256
/** What the lexer puts before the text of a scalar, which may begin with any sign. */
const SCALAR = '\u001f'

/**
 * Parses one YAML 1.2 document. Anchors, aliases, tags, merge keys, several documents, great depth and size are refused
 * before parsing, because the parser itself can be brought down by them; duplicate keys are refused here, because
 * its own check takes quadratic time.
 */
export function parseYaml(text: string, file: string, maxNodes = MAX_NODES, doc = 'docs/rules.md'): YamlFile {
  guard(text, file, maxNodes)
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
    version: '1.2',
    schema: 'core',
  })
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault !== undefined) {
    const mark = CONFLICT_MARK.exec(text)
    if (mark !== null) throw new Problem('E2101', { what: CONFLICT }, { file, line: lines.linePos(mark.index).line, column: 1 })
    const { line, col } = lines.linePos(fault.pos[0])
    const blank = noBlank(text, line)
    if (blank !== undefined) throw new Problem('E2101', { what: blank.words }, { file, line: blank.line, column: blank.column })
    throw new Problem(
      'E2101',
      { what: yamlWords(fault.code, fault.message, text.slice(fault.pos[0]), text.split('\n')[line - 1] ?? '', col) },
      { file, line, column: col },
    )
  }
  const at = (node: Node | null | undefined) => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
    return { file, line, column: col }
  }
  new Walk(at, maxNodes, doc).visit(document.contents as Node | null)
  return {
    file,
    data: document.toJS({ maxAliasCount: 0 }),
    doc,
    raw: (path) => {
      const { value } = find(document, path)
      return isScalar(value) ? value.source : undefined
    },
    place: (path) => at(find(document, path).value),
    keyPlace: (path) => {
      const { key, value } = find(document, path)
      return at(key ?? value)
    },
  }
}

/**
 * What indents a line, looks like a blank and is none: the parser stumbles over what follows, or over the line before. A tab is looked
 * for beside the fault only, for in a text of several lines it may stand.
 */
function noBlank(text: string, fault: number): { readonly words: Words; readonly line: number; readonly column: number } | undefined {
  const hard = /^[ ]*\u00a0/m.exec(text)
  if (hard !== null) return { words: HARD_BLANK, line: text.slice(0, hard.index).split('\n').length, column: 1 }
  const rows = text.split('\n')
  for (const line of [fault, fault + 1, fault - 1]) {
    const [, before] = /^([ ]*(?:-[ ]*)?)\t\s*[^\s#]/.exec(rows[line - 1] ?? '') ?? []
    if (before !== undefined) return { words: TAB, line, column: before.length + 1 }
  }
  return undefined
}

function guard(text: string, file: string, maxNodes: number): void {
  if (Buffer.byteLength(text) > YAML_FILE.bytes) throw new Problem('E2107', { what: `> ${YAML_FILE.bytes} B` }, { file })
  let line = 1
  let depth = 0
  let inline = 0
  let signs = 0
  let documents = 0
  let afterBreak = true
  let before = ''
  let lineStart = 0
  let at = 0
  const refuse = (what: string | Words) => {
    throw new Problem('E2107', { what }, { file, line, column: [...text.slice(lineStart, at)].length + 1 })
  }
  for (const token of new Lexer().lex(text)) {
    const first = token[0]
    if (before !== SCALAR) {
      if (first === '&' || first === '*' || first === '!') refuse(startWords(token))
      if (token === '[' || token === '{') depth++
      else if (token === ']' || token === '}') depth--
      else if (token === '-' || token === '?') inline++
      else if (token.startsWith('---') && ++documents > 1) refuse('---')
      else if (afterBreak && first === ' ' && token.length > MAX_INDENT) refuse(`> ${MAX_INDENT}`)
      if (depth > MAX_DEPTH || inline > MAX_DEPTH) refuse(`> ${MAX_DEPTH}`)
    }
    if (before === SCALAR || !/^[\s#]/.test(token)) signs++
    if (signs > maxNodes * SIGNS) refuse(tooMany(maxNodes))
    afterBreak = token.endsWith('\n')
    if (afterBreak) inline = 0
    for (let i = token.indexOf('\n'); i >= 0; i = token.indexOf('\n', i + 1)) {
      line++
      lineStart = at + i + 1
    }
    // marks of the lexer's own are no part of the text
    if (text.startsWith(token, at)) at += token.length
    before = token
  }
}

const tooMany = (limit: number): Words => ({ de: `mehr als ${limit} Schlüssel und Werte`, en: `more than ${limit} keys and values` })

/** `Nr. #3`: what stands behind the sign was meant to go on. Behind a number or a day nothing could. */
const isCutOff = ({ type, value, comment }: Scalar): boolean =>
  type === 'PLAIN' && /^\d/.test(comment ?? '') && typeof value === 'string' && !/^\d{4}-\d\d-\d\d$/.test(value)

/** No key twice, no more nodes than allowed, and nothing deeper: block collections show their depth only here. */
class Walk {
  private readonly at: (node: Node) => { file: string; line: number; column: number }
  private readonly maxNodes: number
  private readonly doc: string
  private nodes = 0

  constructor(at: Walk['at'], maxNodes: number, doc: string) {
    this.at = at
    this.maxNodes = maxNodes
    this.doc = doc
  }

  visit(node: Node | null, depth = 0): void {
    if (node === null) return
    if (++this.nodes > this.maxNodes) throw new Problem('E2107', { what: tooMany(this.maxNodes) }, this.at(node))
    if ((isSeq(node) || isMap(node)) && depth > MAX_DEPTH) throw new Problem('E2107', { what: `> ${MAX_DEPTH}` }, this.at(node as Node))
    if (isScalar(node) && isCutOff(node)) throw new Problem('E2103', { what: hashWords(String(node.comment)), doc: this.doc }, this.at(node)) // prettier-ignore
    if (isSeq(node)) for (const item of node.items) this.visit(item as Node, depth + 1)
    if (!isMap(node)) return
    const seen = new Set<string>()
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (!isScalar(key))
        throw new Problem('E2101', { what: { de: 'ein Schlüssel ist kein Text', en: 'a key is no text' } }, this.at(key as Node))
      if (seen.has(name))
        throw new Problem('E2104', { id: name, other: placeText(this.at(firstOf(node.items, name) as Node)) }, this.at(key))
      seen.add(name)
      if (node.flow === true && value === null) throw new Problem('E2103', { what: commaWords(name), doc: this.doc }, this.at(key))
      if (/^[\u00a0\u2000-\u200b\u202f\ufeff]/.test(name)) throw new Problem('E2101', { what: HARD_BLANK }, this.at(key))
      this.visit(key, depth + 1)
      this.visit(value as Node | null, depth + 1)
    }
  }
}

const firstOf = (items: readonly { readonly key: unknown }[], name: string) => items.find(({ key }) => isScalar(key) && String(key.value) === name)?.key // prettier-ignore
export const placeText = ({ file, line, column }: { file: string; line: number; column: number }) => `${file}:${line}:${column}`

function find(document: Document, path: Path): { key?: Node; value: Node | null } {
  let value = document.contents as Node | null
  let key: Node | undefined
  for (const step of path) {
    let next: Node | null | undefined
    if (isMap(value)) {
      const pair = value.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === String(step))
      key = pair?.key as Node | undefined
      next = (pair?.value ?? pair?.key) as Node | null | undefined
    } else if (isSeq(value)) next = value.items[Number(step)] as Node | undefined
    if (next === undefined || next === null) break
    value = next
  }
  return key === undefined ? { value } : { key, value }
}
