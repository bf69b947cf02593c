/** A quoted text that begins after a key or a hyphen; with what stands before it in its line. */
const QUOTED = /^(\s*(?=\S)(?:- +){0,9})(?:[\w.-]+\s*:\s+)?(["'])/
/** A text in lines of its own; with what stands before it in its line. */
const BLOCK = /^(\s*(?=\S)(?:- +){0,9})(?:\S.*:\s+)?[|>][-+\d]*\s*(?:#.*)?$/

/**
 * Indents the further lines of quoted texts that stand no deeper than their key. YAML 1.2 forbids that; SnakeYAML and PyYAML read it.
 * Line breaks in quotes count as one blank however deep the next line stands, so that no text changes and no line moves.
 */
export function indentQuoted(text: string): string {
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const block = BLOCK.exec(lines[i]!)
    if (block !== null) {
      while (i + 1 < lines.length && (lines[i + 1]!.trim() === '' || depthOf(lines[i + 1]!) > block[1]!.length)) i++
      continue
    }
    const quoted = QUOTED.exec(lines[i]!)
    if (quoted === null) continue
    const [opening, before, quote] = quoted as unknown as [string, string, string]
    const deeper = ' '.repeat(before.length + 1)
    let isOpen = !closes(lines[i]!.slice(opening.length), quote)
    while (isOpen && i + 1 < lines.length) {
      const line = lines[++i]!
      isOpen = !closes(line, quote)
      if (line.trim() !== '' && depthOf(line) <= before.length) lines[i] = deeper + line.trimStart()
    }
  }
  return lines.join('\n')
}

const depthOf = (line: string): number => line.length - line.trimStart().length

/** Whether the quote ends in this line: `\"` and `''` are signs of the text. */
function closes(line: string, quote: string): boolean {
  return (quote === '"' ? line.replace(/\\./g, '') : line.replaceAll("''", '')).includes(quote)
}
