import { Lexer } from 'yaml'
import { Problem } from '../../model/problem.ts'

/** Size above which no YAML is parsed: its parser keeps a tree of everything. */
const MAX_BYTES = 1 << 24
/** Columns of indentation, and nested collections within one line. Bounds the depth, and with it the parser's recursion. */
const MAX_INDENT = 256
const MAX_INLINE = 32
/** What the lexer puts before the text of a scalar, which may begin with any sign. */
const SCALAR = '\u001f'

/**
 * Refuses YAML that can bring its parser down, before it is parsed: anchors, aliases, tags, several documents, great depth and size.
 * E3502 or E3503, with its line.
 */
export function guardYaml(text: string, file: string): void {
  const size = Buffer.byteLength(text)
  if (size > MAX_BYTES) throw new Problem('E3503', { format: 'YAML', size: `${size} B`, limit: `${MAX_BYTES} B` }, { file })
  let line = 1
  let flow = 0
  let inline = 0
  let documents = 0
  let afterBreak = true
  let before = ''
  const refuse = (what: string): never => {
    throw new Problem('E3502', { what }, { file, line, column: 1 })
  }
  for (const token of new Lexer().lex(text)) {
    const first = token[0]
    if (before !== SCALAR) {
      if (first === '&' || first === '*' || first === '!') refuse(token.slice(0, 40))
      if (token === '[' || token === '{') flow++
      else if (token === ']' || token === '}') flow--
      else if (token === '-' || token === '?') inline++
      else if (token.startsWith('---') && ++documents > 1) refuse('---')
      else if (afterBreak && first === ' ' && token.length > MAX_INDENT) refuse(`${token.length}`)
      if (flow > MAX_INLINE || inline > MAX_INLINE) refuse(`> ${MAX_INLINE}`)
    }
    afterBreak = token.endsWith('\n')
    if (afterBreak) inline = 0
    for (let i = token.indexOf('\n'); i >= 0; i = token.indexOf('\n', i + 1)) line++
    before = token
  }
}
