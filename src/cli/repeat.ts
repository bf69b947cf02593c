import type { ShellCommand } from '../model/ports.ts'
import { cmdLine, powershellLine } from './repeat-windows.ts'

/** The command that gives the same audit on another day, for the shells of the system: one where they all take the same. */
export function repeated(argv: readonly string[], asOf: string, platform: string, command = 'audit'): readonly ShellCommand[] {
  const words = repeatedWords(argv, asOf, command)
  if (platform !== 'win32') return [{ line: words.map(quoted).join(' ') }]
  const [cmd, powershell] = [cmdLine(words), powershellLine(words)]
  if (cmd === powershell) return [{ line: cmd }]
  return [
    { shell: 'cmd', line: cmd },
    { shell: 'PowerShell', line: powershell },
  ]
}

/** The day stands first: behind `--` it would be a file. */
function repeatedWords(argv: readonly string[], asOf: string, command: string): readonly string[] {
  const flags = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  const dated = flags.some((word) => word === '--as-of' || word.startsWith('--as-of='))
  return ['eigenstand', command, ...(dated ? [] : ['--as-of', asOf]), ...argv]
}

/** For the shells of POSIX: in double quotes, unless signs stand in a word that mean something there. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word)) return word
  return /[$`"\\]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}
