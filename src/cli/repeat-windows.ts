/** Words that neither shell of Windows takes apart: flags, names and paths, days and whole numbers. All others are quoted. */
const PLAIN = /^(?:--?[a-z][a-z-]*|[\p{L}_][\p{L}\p{N}_\\./:+-]*(?<!\\)|\d{4}-\d\d-\d\d|\d+)$/u

/**
 * For cmd, at its prompt. It looks for variables in quotes too: each `%` stands between quoted parts, so that what lies between two
 * of them is empty or begins with a quotation mark or a blank: the name of none. Carets would not do: npm starts us by a batch file, where
 * cmd reads the words a second time.
 */
export function cmdLine(words: readonly string[]): string {
  return words.map((word) => (PLAIN.test(word) ? word : word === '' ? '""' : word.split(/(%)/).map(cmdPart).join(''))).join(' ')
}

/** As programs of Windows read their arguments: a quotation mark doubled, backslashes before one doubled too. */
function cmdPart(part: string): string {
  return part === '%' || part === '' ? part : `"${part.replace(/(\\*)"/g, '$1$1""').replace(/\\+$/, '$&$&')}"`
}

/**
 * For PowerShell: double quotes where nothing in them means something, else single ones, in which only those have to be doubled; for
 * it curly ones are quotation marks as well. Before 7.3 it loses quotation marks and empty words on the way to a program: there
 * it calls cmd.
 */
export function powershellLine(words: readonly string[]): string {
  return words.some((word) => word === '' || word.includes('"'))
    ? `cmd /c ${single(cmdLine(words))}`
    : words.map((word) => (PLAIN.test(word) ? word : /[$`“”„]/.test(word) ? single(word) : `"${word}"`)).join(' ')
}

const single = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`
