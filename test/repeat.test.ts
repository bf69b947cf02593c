import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repeated } from '../src/cli/repeat.ts'
import { context } from '../src/report/html/context.ts'
import { trail } from '../src/report/html/sections/trail.ts'
import { ofCmd, ofPowershell } from './support/windows-shells.ts'
import { smallAudit } from './support/small-audit.ts'
import { page } from './support/page.ts'

const DAY = '2026-11-23'
const posix = (argv: readonly string[]) => repeated(argv, DAY, 'linux').map(({ line }) => line)
const words = (argv: readonly string[]) =>
  execFileSync('sh', ['-c', `set -- ${posix(argv)[0]}; printf '%s\\n' "$@"`], { encoding: 'utf8' })
    .split('\n')
    .slice(0, -1)

describe('the command to repeat an audit', () => {
  it.each([
    [['Prüfung Landkreis/Verträge 2026.csv', '--project', 'Antrag Online']],
    [["O'Neill.csv", '$HOME.csv', 'a"b.csv', 'a`b.csv', 'a\\b.csv', '*.csv', '100%.csv', '%PATH%', '']],
    [['--', '-bom.json']],
  ])('gives a shell the words back, and the day where they are no files: %j', (argv) =>
    expect(words(argv)).toEqual(['eigenstand', 'audit', '--as-of', DAY, ...argv]),
  )

  it('keeps the day that was given', () => {
    expect(posix(['a.csv', '--as-of', '2025-01-01'])).toEqual(['eigenstand audit a.csv --as-of 2025-01-01'])
    expect(posix(['--as-of=2025-01-01', 'a.csv'])).toEqual(['eigenstand audit --as-of=2025-01-01 a.csv'])
  })

  it('of POSIX is the one that it was', () => {
    expect(posix(['a b.csv', '100%.csv', "O'Neill.csv", '$x', 'C:\\a'])).toEqual([
      `eigenstand audit --as-of ${DAY} "a b.csv" 100%.csv "O'Neill.csv" '$x' 'C:\\a'`,
    ])
  })
})

describe('on Windows', () => {
  const windows = (argv: readonly string[]) => repeated(argv, DAY, 'win32')
  const whole = (argv: readonly string[]) => ['eigenstand', 'audit', '--as-of', DAY, ...argv]
  const inShell = (argv: readonly string[], name: string) => {
    const lines = windows(argv)
    return (lines.find(({ shell }) => shell === name) ?? lines[0]!).line
  }

  it('is one command where both shells take the same', () => {
    expect(windows(['C:\\Akten\\Verträge 2026.csv', '--project', 'Antrag (neu) & mehr', '--report', 'json=a.json'])).toEqual([
      { line: `eigenstand audit --as-of ${DAY} "C:\\Akten\\Verträge 2026.csv" --project "Antrag (neu) & mehr" --report "json=a.json"` },
    ])
  })

  it('is two where they do not', () => {
    expect(windows(['100 %USERNAME%.csv', '$HOME.csv', 'Ordner mit\\'])).toEqual([
      { shell: 'cmd', line: `eigenstand audit --as-of ${DAY} "100 "%"USERNAME"%".csv" "$HOME.csv" "Ordner mit\\\\"` },
      { shell: 'PowerShell', line: `eigenstand audit --as-of ${DAY} "100 %USERNAME%.csv" '$HOME.csv' "Ordner mit\\"` },
    ])
    expect(inShell(['Projekt „Phönix“', "O'Neill $x"], 'PowerShell')).toContain(" 'Projekt „Phönix“' 'O''Neill $x'")
    expect(inShell(['a "b" c', ''], 'PowerShell')).toBe(`cmd /c 'eigenstand audit --as-of ${DAY} "a ""b"" c" ""'`)
  })

  const signs = fc.constantFrom('%', '"', "'", '$', '`', '\\', ' ', '^', '&', '|', '<', '(', ')', ',', '=', '“', '„', '‘', '-', '.', ':', 'PATH', 'a', 'ü', '7') // prettier-ignore
  const argvs = fc.array(
    fc.array(signs, { maxLength: 8 }).map((all) => all.join('')),
    { minLength: 1, maxLength: 4 },
  )
  const kept = [[['%PATH%', '%', 'a%', '%PATH']], [['"', 'a\\']], [['%%PATH%%', '%PATH:~0,3%']]] as [string[]][]
  it('gives the words back in cmd, also through the batch file that npm starts it by', () => {
    const holds = fc.property(argvs, (argv) => {
      expect(ofCmd(inShell(argv, 'cmd'))).toEqual(whole(argv))
    })
    fc.assert(holds, { numRuns: 2000, examples: kept })
  })
  it('gives the words back in PowerShell, before 7.3 and since', () => {
    const holds = fc.property(argvs, fc.boolean(), (argv, old) => {
      expect(ofPowershell(inShell(argv, 'PowerShell'), old)).toEqual(whole(argv))
    })
    fc.assert(holds, {
      numRuns: 2000,
      examples: kept.flatMap(
        ([argv]) =>
          [
            [argv, true],
            [argv, false],
          ] as [string[], boolean][],
      ),
    })
  })

  it('stands in the report with the name of the shell', () => {
    const commands = windows(['100%.csv'])
    const shown = trail(context(smallAudit(), { language: 'de', commands })).entries
    expect(shown.slice(-2)).toMatchObject([
      { label: 'Befehl zum Wiederholen in cmd', value: commands[0]!.line },
      { label: 'Befehl zum Wiederholen in PowerShell', value: commands[1]!.line },
    ])
  })

  it('no word of it goes on in the next line: --project in two is another command', async () => {
    const html = await page(smallAudit(), { commands: [{ line: 'eigenstand audit a.csv --project eigenstand.yaml' }] })
    expect(html).toContain('<span>a.csv</span> <span>--project</span> <span>eigenstand.yaml</span>')
    expect(html).toContain('.entries span { display: inline-block; max-width: 100% }')
  })
})
