import { terminalLanguage } from '../config.ts'
import { stdoutFailed, writeStderr, writeStdout } from '../output-file.ts'
import { Problem } from '../model/problem.ts'
import { safe } from './text/safe.ts'
import { usage } from './usage.ts'
import type { Language } from '../model/words.ts'

/** Ends the run with an error: text on stderr, or one JSON object on stdout, and the exit code of cli.md. Never a stack trace unless asked. */
export function fatal(error: unknown, argv: readonly string[]): void {
  const oclif = (error as { oclif?: { exit?: number } }).oclif
  // oclif ends `--help` and the like with an error that carries code 0
  if (oclif?.exit === 0) return
  const problem = error instanceof Problem ? error : (stdoutFailed(error) ?? asProblem(error, oclif !== undefined, argv))
  const language = terminalLanguage(valueOf(argv, '--lang'))
  process.exitCode = problem.exitCode
  const { others } = problem
  const text = () => [problem, ...others].map((one) => errorText(one, language)).join('')
  if (!argv.includes('--json') || problem.id === UNWRITTEN) writeStderr(text())
  else {
    const more = others.map((other) => errorObject(other, language))
    try {
      writeStdout([JSON.stringify({ error: errorObject(problem, language), ...(more.length > 0 && { more }) }) + '\n'])
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed
      writeStderr(text() + errorText(failed, language))
      if (!GRAVER.has(problem.exitCode)) process.exitCode = failed.exitCode
    }
  }
  if (argv.includes('--debug') && error instanceof Error) writeStderr(`${safe(error.stack ?? error.message)}\n`)
}

/** Standard output cannot be written: there is nothing more to be said on it. */
const UNWRITTEN = 'E4005'
/** Exit codes that an output that failed does not replace. */
const GRAVER: ReadonlySet<number> = new Set([2, 70])

/** oclif's own errors are wrong usage; everything else that nobody expected is internal. */
function asProblem(error: unknown, wrongUsage: boolean, argv: readonly string[]): Problem {
  const what = error instanceof Error ? usage(error.message) : String(error)
  if (!wrongUsage) return new Problem('E7001', { what: typeof what === 'string' ? safe(what) : what })
  const isCommand = argv[0] !== undefined && !argv[0].startsWith('-') && !UNKNOWN.test((error as Error).message)
  return new Problem('E2001', { what: typeof what === 'string' ? safe(what) : what, command: isCommand ? argv[0]! : '' })
}

const UNKNOWN = /^command \S+ not found/

export function errorObject(problem: Problem, language: Language): Record<string, unknown> {
  const { file, line, column, at } = problem.place
  return {
    code: problem.id,
    message: safe(problem.says(language)),
    ...(file !== undefined && { file: safe(file) }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(at !== undefined && { at: safe(at) }),
    hint: safe(problem.hint(language)),
    exitCode: problem.exitCode,
  }
}

/** `FEHLER [E3012] datei:zeile:spalte – was` and a line that says how to mend it. */
export function errorText(problem: Problem, language: Language): string {
  const { file, line, column, at } = problem.place
  const lined = [file, line, column].filter((part) => part !== undefined).join(':')
  const place =
    at === undefined ? lined : line === undefined ? [file, at].filter((part) => part !== undefined).join(': ') : `${lined} ${at}`
  const words = language === 'de' ? { error: 'FEHLER', hint: 'Hinweis', more: 'Mehr' } : { error: 'ERROR', hint: 'Hint', more: 'More' }
  const head = `${words.error} [${problem.id}] ${place === '' ? '' : `${place} – `}${problem.says(language)}`
  return `${safe(head)}\n${safe(`${words.hint}: ${problem.hint(language)}`)}\n`
}

function valueOf(argv: readonly string[], flag: string): string | undefined {
  const at = argv.indexOf(flag)
  return at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1)
}
