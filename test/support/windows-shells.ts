/** What a program of Windows is given when a line is typed at a prompt: the documented rules of cmd, PowerShell and the C library, written down again. */

/** Every variable that a hostile word may name is there. */
const isVariable = (name: string) => /^(?:PATH|USERNAME|HOME|a)+(?::.*)?$/s.test(name)

/** Phase 1 of cmd at the prompt, in quotes and out of them; what names no variable stays. */
function expanded(line: string): string {
  let out = ''
  for (let i = 0; i < line.length; i++) {
    const end = line[i] === '%' ? line.indexOf('%', i + 1) : -1
    if (end > i && isVariable(line.slice(i + 1, end))) {
      out += 'EXPANDED'
      i = end
    } else out += line[i]
  }
  return out
}

/** Phase 2: outside of quotes a caret takes the meaning from the next sign, and some signs end the command. */
function unescaped(line: string): string {
  let out = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') quoted = !quoted
    else if (!quoted && line[i] === '^') i++
    else if (!quoted && '&|<>()'.includes(line[i]!)) throw new Error(`cmd would act on ${line[i]} in ${line}`)
    out += line[i] ?? ''
  }
  return out
}

/** The Universal C Runtime: backslashes count before a quotation mark alone; two of those in quotes are one that is meant. */
function argv(line: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const backslashes = /^\\*/.exec(line.slice(i))![0].length
    if (backslashes > 0) {
      i += backslashes - 1
      const before = line[i + 1] === '"'
      word = (word ?? '') + '\\'.repeat(before ? Math.floor(backslashes / 2) : backslashes)
      if (before && backslashes % 2 === 1) {
        word += '"'
        i++
      }
    } else if (line[i] === '"') {
      word ??= ''
      if (quoted && line[i + 1] === '"') {
        word += '"'
        i++
      } else quoted = !quoted
    } else if (line[i] === ' ' && !quoted) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + line[i]
  }
  if (word !== undefined) words.push(word)
  return words
}

/** Typed at the prompt of cmd; the batch file of npm hands the rest of the line on, and cmd reads it once more. */
export function ofCmd(line: string): string[] {
  const once = unescaped(expanded(line))
  const twice = unescaped(once)
  const words = argv(twice)
  if (JSON.stringify(words) !== JSON.stringify(argv(once))) throw new Error('the batch file changes what is handed on')
  return words
}

const SINGLE = "'‘’‚‛"
const DOUBLE = '"“”„'

/** Typed at the prompt of PowerShell. `old`: Windows PowerShell and 7.2, which build the line of a program without escaping anything. */
export function ofPowershell(line: string, old: boolean): string[] {
  const words = tokens(line)
  if (words[0] === 'cmd') {
    // all versions hand over to cmd as the old ones did; it takes the outer quotation marks off
    const [, , rest, ...more] = legacy(words).match(/^(cmd) \/c "(.*)"$/s) ?? []
    if (rest === undefined || more.length > 0) throw new Error(`no line for cmd: ${line}`)
    return ofCmd(rest)
  }
  return old ? argv(legacy(words)) : words
}

function tokens(line: string): string[] {
  const words: string[] = []
  let i = 0
  while (i < line.length) {
    let word = ''
    const sign = line[i]!
    if (SINGLE.includes(sign)) {
      for (i++; !(SINGLE.includes(line[i]!) && !SINGLE.includes(line[i + 1] ?? ' ')); i++) {
        if (i >= line.length) throw new Error(`not closed: ${line}`)
        if (SINGLE.includes(line[i]!)) i++
        word += line[i]
      }
      i++
    } else if (sign === '"') {
      for (i++; !DOUBLE.includes(line[i]!); i++) {
        if (i >= line.length || '$`'.includes(line[i]!)) throw new Error(`PowerShell would act on ${line[i]} in ${line}`)
        word += line[i]
      }
      i++
    } else {
      for (; i < line.length && line[i] !== ' '; i++) word += line[i]
      if (word !== '/c' && !/^(--?[a-z-]+|[\p{L}_][\p{L}\p{N}_\\./:+-]*|\d{4}-\d\d-\d\d|\d+)$/u.test(word))
        throw new Error(`PowerShell may take ${word} apart`)
    }
    if (i < line.length && line[i] !== ' ') throw new Error(`PowerShell would split ${line} at ${i}`)
    words.push(word)
    i++
  }
  return words
}

/** Quotes what has blanks outside of its own quotation marks, doubles the backslashes at its end, and loses empty words. */
function legacy(words: readonly string[]): string {
  return words
    .filter((word) => word !== '')
    .map((word) => {
      const outside = word.split(/(?<!\\)"/).filter((_, n) => n % 2 === 0)
      return outside.some((part) => part.includes(' ')) ? `"${word}${/\\*$/.exec(word)![0]}"` : word
    })
    .join(' ')
}
